import { readDigest, type DigestFile } from '@diglot/formats';
import { toError } from '../to-error.ts';
import { FileBuffer } from './file-buffer.ts';
import { noTotals, type Complaint, type DryRunShare, type DryRunTotals } from './dry-run-totals.ts';

/** The files of a dry run, and which of them is next: whoever has time takes it, so that no thread waits for another. */
export interface DryRunWork {
  readonly files: readonly string[];
  /** One number, shared by all threads. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** Reads files, without storing anything, until there are none left. */
export function readShare({ files, next }: DryRunWork): DryRunShare {
  const totals = noTotals();
  const papers = new Set<string>();
  const complaints: Complaint[] = [];
  const buffer = new FileBuffer();
  for (let index = Atomics.add(next, 0, 1); index < files.length; index = Atomics.add(next, 0, 1)) {
    const path = files[index] ?? '';
    const lines = readOne(path, buffer, totals, papers);
    if (lines.length > 0) complaints.push({ index, lines });
  }
  return { totals, papers, complaints };
}

/** @returns what is wrong with it */
function readOne(path: string, buffer: FileBuffer, totals: DryRunTotals, papers: Set<string>): string[] {
  totals.files += 1;
  let file: DigestFile;
  try {
    file = readDigest(buffer.read(path), { path });
  } catch (thrown) {
    const error = toError(thrown, path);
    totals[error.code === 'DIGLOT_DIGEST_UNKNOWN_FORMAT' ? 'unknown' : 'failed'] += 1;
    return [error.message];
  }
  totals[KINDS[file.kind] ?? 'digests'] += 1;
  totals.entries += file.entries.length;
  for (const { arxivId } of file.entries) papers.add(arxivId);
  return file.diagnostics.map(({ line, column, code, message }) => `${code}: ${path}:${line}:${column}: ${message}`);
}

/** Everything else is a digest. */
const KINDS: Partial<Record<DigestFile['kind'], 'indexTables' | 'sidecars'>> = {
  'index-table': 'indexTables',
  sidecar: 'sidecars',
};
