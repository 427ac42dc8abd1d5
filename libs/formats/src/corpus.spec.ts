import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { leaveOut } from '@diglot/testing';
import type { DigestFile } from './digest-file.ts';
import { parseDigest, readDigest } from './read-digest.ts';
import { renderDigest } from './readers/digest/render-digest.ts';
import { withoutLines } from './spec-support/blocks.ts';

/** Real digests stand beside the project, for their Chinese has no licence. */
const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const describeWithCorpus =
  existsSync(CORPUS) || !leaveOut(`real digests: they are not at ${CORPUS}`) ? describe : describe.skip;

interface Summary {
  files: number;
  kinds: Record<string, number>;
  entries: number;
  ids: number;
  errors: number;
  warnings: number;
  /** Digests whose entries, printed again, are not the very bytes of the file. */
  printedOtherwise: number;
  /** Digests whose entries, printed and read again, are not the same. */
  changedByRoundTrip: number;
}

function survey(folder: string): Summary {
  const ids = new Set<string>();
  const summary: Summary = {
    files: 0,
    kinds: {},
    entries: 0,
    ids: 0,
    errors: 0,
    warnings: 0,
    printedOtherwise: 0,
    changedByRoundTrip: 0,
  };
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const bytes = readFileSync(join(file.parentPath, file.name));
    add(summary, readDigest(bytes, { path: file.name }), bytes, ids);
  }
  return { ...summary, ids: ids.size };
}

function add(summary: Summary, file: DigestFile, bytes: Buffer, ids: Set<string>): void {
  summary.files += 1;
  summary.kinds[file.kind] = (summary.kinds[file.kind] ?? 0) + 1;
  summary.entries += file.entries.length;
  for (const { severity } of file.diagnostics) summary[severity === 'error' ? 'errors' : 'warnings'] += 1;
  for (const { arxivId } of file.entries) ids.add(arxivId);
  if (file.kind !== 'digest') return;
  const printed = renderDigest(file.entries);
  const again = parseDigest(printed, { path: 'again.md' });
  if (!Buffer.from(printed).equals(bytes)) summary.printedOtherwise += 1;
  if (JSON.stringify(withoutLines(again)) !== JSON.stringify(withoutLines(file))) summary.changedByRoundTrip += 1;
}

const UNHARMED = { errors: 0, printedOtherwise: 0, changedByRoundTrip: 0 };

describeWithCorpus('real digests (../shared/corpus)', () => {
  it('dev: 40 files, 2,007 entries of 1,945 papers, no error, and printed again byte for byte', () => {
    expect(survey(join(CORPUS, 'dev'))).toEqual({
      files: 40,
      kinds: { digest: 39, empty: 1 },
      entries: 2_007,
      ids: 1_945,
      warnings: 5, // one block without authors; CR, and U+FFFD in three fields
      ...UNHARMED,
    });
  });

  it('load set: 1,606 files, 44,019 entries of 35,731 papers, no error, and printed again byte for byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'diglot-corpus-'));
    try {
      execFileSync('tar', ['-xzf', join(CORPUS, 'bench-digests.tar.gz'), '-C', folder]);
      expect(survey(folder)).toEqual({
        files: 1_606,
        kinds: { digest: 1_594, empty: 12 },
        entries: 44_019,
        ids: 35_731,
        warnings: 52, // 49 fields with control characters or U+FFFD, 3 with invisible ones
        ...UNHARMED,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('index tables and sidecars are recognised, and hold no entries', () => {
    expect(survey(join(CORPUS, 'non_digest'))).toMatchObject({
      files: 7,
      kinds: { 'index-table': 5, sidecar: 2 },
      entries: 0,
      errors: 0,
    });
  });

  it('a sidecar says what its digest says', () => {
    const digest = '4-Mar-2025__topic__Multimodal_related_papers.md';
    const sidecar = `KJaebye__${digest.replace('.md', '.jsonl')}`;
    const { entries } = readDigest(readFileSync(join(CORPUS, 'dev', digest)), { path: digest });
    const twin = readDigest(readFileSync(join(CORPUS, 'non_digest', sidecar)), { path: sidecar });
    const papers = twin.kind === 'sidecar' ? twin.records.map(({ paper }) => paper) : [];
    expect(papers).toHaveLength(10);
    expect(papers.map(({ title, abstract, authors }) => ({ title, abstract, authors }))).toEqual(
      entries.map(({ title, abstract, authors }) => ({ title, abstract, authors })),
    );
  });
});
