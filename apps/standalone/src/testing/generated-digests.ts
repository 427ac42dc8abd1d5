import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PaperText } from '@diglot/domain';
import { renderDigest } from '@diglot/formats';
import { placeFile } from '@diglot/testing';

/** How many there are of what {@link writeDigests} writes. */
export interface Written {
  readonly digests: number;
  readonly entries: number;
  readonly papers: number;
}

const EN =
  'We study how small teams keep large pipelines honest. Our method checks 12 systems and finds 3 faults in each.';
const ZH = '我们研究小团队如何让大型流水线保持诚实。我们的方法检查了12个系统，并在每个系统中发现了3个故障。';

/**
 * Writes digests below a folder: every paper is printed by two of them, so that folds have something to fold.
 * @param digests at least 2
 */
export async function writeDigests(folder: string, digests: number, papersEach: number): Promise<Written> {
  for (let digest = 0; digest < digests; digest += 1) {
    const own = Array.from({ length: papersEach }, (_, index) => digest * papersEach + index);
    const next = (digest + 1) % digests;
    const shared = Array.from({ length: papersEach }, (_, index) => next * papersEach + index);
    const path = join(folder, `${1 + (digest % 28)}-Nov-2025`, `topic-${digest}.md`);
    await mkdir(dirname(path), { recursive: true });
    await placeFile(path, renderDigest([...own, ...shared].map((number) => entry(number, digest))));
  }
  return { digests, entries: 2 * digests * papersEach, papers: digests * papersEach };
}

function entry(number: number, digest: number): PaperText {
  const id = `2511.${String(number).padStart(5, '0')}`;
  return {
    version: null,
    title: { en: `Honest Pipelines, Part ${number}`, zh: `诚实的流水线，第${number}部分` },
    authors: ['Ada Author', 'Bo Writer'],
    link: `https://arxiv.org/pdf/${id}`,
    abstract: { en: `${EN} Case ${number}.`, zh: `${ZH}案例${number}，来自第${digest}份摘要。` },
  };
}
