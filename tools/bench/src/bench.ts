/** How a benchmark tells what it measured. */
export interface BenchOptions {
  /** For people; one line a call. */
  readonly say: (line: string) => void;
  /** How many files to measure with, where the benchmark lets that be chosen. */
  readonly files?: number;
  /** A folder to keep a database in, where the benchmark can use it again. */
  readonly data?: string;
}

/** The figures of a run, by name; the unit is the benchmark's to document. */
export type Figures = Readonly<Record<string, number>>;

/** One benchmark: a file `NAME.bench.ts` whose `run` returns the figures that scripts may read. */
export interface Bench {
  /** One sentence for the list of benchmarks. */
  readonly summary: string;
  readonly run: (options: BenchOptions) => Promise<Figures>;
}
