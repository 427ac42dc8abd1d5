import type { DiglotError } from '@diglot/domain';
import type { Terminal } from '../terminal.ts';
import type { IngestListener } from './ingest-files.ts';
import { addFile, noTotals, type IngestedFile } from './ingest-totals.ts';
import type { ProgressLine } from './progress-line.ts';
import { totalsTable } from './totals-table.ts';

/** Counts what becomes of files, and shows it. */
export class Ingestion implements IngestListener {
  readonly #totals = noTotals();
  /**
   * As the files say it: the api answers an upload before anybody has read it. Each paper counts once, as it will on the
   * page.
   */
  readonly #papers = new Set<string>();
  readonly #files: number;
  readonly #line: ProgressLine;
  readonly #terminal: Terminal;
  #began = performance.now();

  /** @param files how many there are */
  constructor(files: number, line: ProgressLine, terminal: Terminal) {
    this.#files = files;
    this.#line = line;
    this.#terminal = terminal;
  }

  /** From now on it is measured how fast it is. */
  begin(): void {
    this.#began = performance.now();
  }

  readonly onBad = (error: DiglotError): void => {
    this.#line.clear();
    this.#terminal.complain(error.message);
  };

  readonly onDone = (file: IngestedFile): void => {
    addFile(this.#totals, file);
    if (file.outcome !== null) for (const id of file.arxivIds) this.#papers.add(id);
    const elapsed = performance.now() - this.#began;
    const [done, amount] = [this.#totals.files, this.#papers.size];
    this.#line.show({ done, total: this.#files, unit: 'files', amount, amountUnit: 'papers', elapsed });
  };

  /** A folder that could not be listed: nobody knows how many files are missing. */
  addUnreadable(folder: DiglotError): void {
    this.onBad(folder);
    this.#totals.bad += 1;
  }

  get isBad(): boolean {
    return this.#totals.bad > 0;
  }

  /** For people, or for scripts. */
  result(isJson: boolean): string {
    return isJson ? JSON.stringify(this.#totals) : totalsTable(this.#totals);
  }
}
