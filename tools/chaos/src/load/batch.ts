import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PaperText } from '@diglot/domain';
import { renderDigest } from '@diglot/formats';

/** What one run puts in: digests whose papers no other run has. */
export interface Batch {
  readonly number: number;
  /** arXiv ids of all its papers. */
  readonly papers: readonly string[];
  /** Each paper is printed by two digests, so that folds have something to fold. */
  readonly entries: number;
  /** Its digests: paths below the watched folder. */
  readonly files: readonly string[];
}

export interface BatchSize {
  /** At least 2. */
  readonly digests: number;
  readonly papersEach: number;
}

/** Batches that fit into the numbers of one month of arXiv, and months to choose from. */
const BATCHES_PER_MONTH = 100;
const PAPERS_PER_BATCH = 1000;
const FIRST_YEAR = 15;

const EN =
  'We kill one process at a time and look what is left. Our method counts 12 papers and finds 3 faults in none.';
const ZH = '我们每次杀死一个进程，看看还剩下什么。我们的方法统计了12篇论文，没有发现任何一篇存在3个故障。';

/** The papers of a batch, all there is to expect of it. */
export function planBatch(number: number, { digests, papersEach }: BatchSize): Batch {
  const papers = Array.from({ length: digests * papersEach }, (_, index) => paperId(number, index));
  const day = `${1 + (number % 28)}-Nov-2025`;
  const files = Array.from({ length: digests }, (_, digest) => `${day}/batch-${number}-${digest}.md`);
  return { number, papers, entries: 2 * papers.length, files };
}

/** Writes the digests of a batch below a watched folder, each renamed into place. */
export async function writeBatch(folder: string, batch: Batch, { digests, papersEach }: BatchSize): Promise<void> {
  for (const [digest, file] of batch.files.entries()) {
    const own = [digest, (digest + 1) % digests].flatMap((part) =>
      batch.papers.slice(part * papersEach, (part + 1) * papersEach),
    );
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, renderDigest(own.map((id) => paper(id, digest))));
    await rename(`${path}.part`, path);
  }
}

function paperId(batch: number, index: number): string {
  const month = Math.floor(batch / BATCHES_PER_MONTH);
  const yearAndMonth = (FIRST_YEAR + Math.floor(month / 12)) * 100 + 1 + (month % 12);
  return `${yearAndMonth}.${String((batch % BATCHES_PER_MONTH) * PAPERS_PER_BATCH + index).padStart(5, '0')}`;
}

function paper(id: string, digest: number): PaperText {
  return {
    version: null,
    title: { en: `Survivors of ${id}`, zh: `${id} 的幸存者` },
    authors: ['Ada Author', 'Bo Writer'],
    link: `https://arxiv.org/pdf/${id}`,
    abstract: { en: `${EN} Digest ${digest}.`, zh: `${ZH}第${digest}份摘要。` },
  };
}
