import { readFile } from 'node:fs/promises';
import { DiglotError, classify } from '@diglot/domain';
import { readDigest, type DigestFile } from '@diglot/formats';

/** What a dry run counts; the names are a contract with scripts. */
export interface DryRunTotals {
  files: number;
  /** Digests, empty ones among them. */
  digests: number;
  entries: number;
  /** Distinct arXiv identifiers. */
  papers: number;
  indexTables: number;
  sidecars: number;
  /** Text that no reader knows. */
  unknown: number;
  /** Files that could not be read as text at all. */
  failed: number;
}

/** One file of a dry run. */
export type DryRunFile =
  | { readonly path: string; readonly file: DigestFile; readonly error: null }
  | { readonly path: string; readonly file: null; readonly error: DiglotError };

/** Reads files one after the other without storing anything. */
export async function* readFiles(paths: readonly string[]): AsyncGenerator<DryRunFile> {
  for (const path of paths) {
    try {
      yield { path, file: readDigest(await readFile(path), { path }), error: null };
    } catch (thrown) {
      yield { path, file: null, error: describe(thrown, path) };
    }
  }
}

/** Adds up what {@link readFiles} yields. */
export class DryRunCounter {
  readonly totals: DryRunTotals = {
    files: 0,
    digests: 0,
    entries: 0,
    papers: 0,
    indexTables: 0,
    sidecars: 0,
    unknown: 0,
    failed: 0,
  };
  readonly #papers = new Set<string>();

  add({ file, error }: DryRunFile): void {
    const { totals } = this;
    totals.files += 1;
    if (error) {
      if (error.code === 'DIGLOT_DIGEST_UNKNOWN_FORMAT') totals.unknown += 1;
      else totals.failed += 1;
      return;
    }
    if (file.kind === 'index-table') totals.indexTables += 1;
    else if (file.kind === 'sidecar') totals.sidecars += 1;
    else totals.digests += 1;
    totals.entries += file.entries.length;
    for (const { arxivId } of file.entries) this.#papers.add(arxivId);
    totals.papers = this.#papers.size;
  }
}

function describe(thrown: unknown, path: string): DiglotError {
  if (thrown instanceof DiglotError) return thrown;
  if (thrown instanceof Error && 'code' in thrown && 'syscall' in thrown) {
    return new DiglotError('DIGLOT_FILE_UNREADABLE', thrown.message, { place: { file: path }, cause: thrown });
  }
  return classify(thrown);
}
