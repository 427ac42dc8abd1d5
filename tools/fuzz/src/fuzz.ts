/** How a fuzzer is asked to run. */
export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
  /** For people; one line a call. */
  readonly say: (line: string) => void;
}

/** What a run came to, by name, for scripts. */
export type Figures = Readonly<Record<string, number>>;

/** One fuzzer. It throws where something does not hold, with the smallest case it found. */
export interface Fuzz {
  /** One sentence for the list of fuzzers. */
  readonly summary: string;
  readonly run: (options: FuzzOptions) => Promise<Figures>;
}
