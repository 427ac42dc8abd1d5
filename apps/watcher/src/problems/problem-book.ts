import type { Database } from '@diglot/platform';
import { inTerm, type Term } from '../leadership/in-term.ts';
import { loadProblems } from './load-problems.statement.ts';
import type { Problem } from './problem.ts';
import { removeProblems } from './remove-problems.statement.ts';
import { saveProblems } from './save-problems.statement.ts';

/** How old `last_seen` of a problem that stays may become before it is written again, in milliseconds. */
const REFRESH = 60_000;

/** Keeps the table of a source's problems equal to what is true, and writes only what changes. */
export class ProblemBook {
  readonly #database: Database;
  readonly #term: Term;
  #written: Map<string, Problem>;
  #refreshedAt: number;

  private constructor(database: Database, term: Term, problems: readonly Problem[], now: number) {
    this.#database = database;
    this.#term = term;
    this.#written = new Map(problems.map((problem) => [problem.path, problem]));
    this.#refreshedAt = now;
  }

  static async open(database: Database, term: Term, now: number): Promise<ProblemBook> {
    return new ProblemBook(database, term, await loadProblems(database, term.source), now);
  }

  get size(): number {
    return this.#written.size;
  }

  /** Makes these, one for each path, the problems of the source. */
  async keep(problems: ReadonlyMap<string, Problem>, now: number): Promise<void> {
    const refresh = now - this.#refreshedAt >= REFRESH;
    const news = [...problems.values()].filter(
      (problem) => refresh || !isSame(this.#written.get(problem.path), problem),
    );
    const resolved = [...this.#written.keys()].filter((path) => !problems.has(path));
    if (news.length > 0 || resolved.length > 0) {
      await inTerm(this.#database, this.#term, async (tx) => {
        await removeProblems(tx, this.#term.source, resolved);
        await saveProblems(tx, this.#term.source, news);
      });
    }
    this.#written = new Map(problems);
    if (refresh) this.#refreshedAt = now;
  }
}

function isSame(a: Problem | undefined, b: Problem): boolean {
  return a !== undefined && a.code === b.code && a.detail === b.detail;
}
