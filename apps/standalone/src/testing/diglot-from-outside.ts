import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { PaperText } from '@diglot/domain';
import { renderDigest } from '@diglot/formats';
import { placeFile } from '@diglot/testing';
import { Announcements, type Announced } from './announcements.ts';
import { ask, fetchJson, waitForStatus, type Status } from './standalone-process.ts';

/** The counts of `GET /api/status` that say how much is there. */
export type Counts = Pick<Status, 'digests' | 'entries' | 'papers' | 'dead' | 'retrying'>;

/** By how much counts change; what is not named stays. */
export interface Change {
  /** Digests with entries. */
  readonly digests?: number;
  readonly entries?: number;
  readonly papers?: number;
}

/** No month of arXiv has come that far, so no paper of {@link paperText} is a real one. */
export const paperId = (number: number): string => `2511.${95_000 + number}`;

/** A paper whose Chinese says what its English says. */
export const paperText = (number: number, changes: Partial<PaperText> = {}): PaperText => ({
  version: null,
  title: { en: `Patient Consumers, Part ${number}`, zh: `耐心的消费者，第${number}部分` },
  authors: ['Ada Author', 'Bo Writer'],
  link: `https://arxiv.org/pdf/${paperId(number)}`,
  abstract: {
    en: `We study how small teams keep large pipelines honest. Our method checks ${number} systems and finds 3 faults in each.`,
    zh: `我们研究小团队如何让大型流水线保持诚实。我们的方法检查了${number}个系统，并在每个系统中发现了3个故障。`,
  },
  ...changes,
});

/** A Diglot as somebody sees it who has a folder that it watches, and its address. */
export class DiglotFromOutside {
  /** Absolute. */
  readonly folder: string;
  address = '';
  readonly #announcements = new Announcements();

  constructor(folder: string) {
    this.folder = folder;
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await placeFile(file, content);
  }

  /** Writes a digest of papers. */
  async print(path: string, papers: readonly PaperText[]): Promise<void> {
    await this.write(path, renderDigest(papers));
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.folder, path));
  }

  get<T>(path: string): Promise<T> {
    return fetchJson<T>(this.address + path);
  }

  paper<T>(number: number): Promise<T> {
    return this.get<T>(`/api/papers/${paperId(number)}`);
  }

  /** The status that a paper is answered with. */
  async statusOf(number: number): Promise<number> {
    const response = await ask(`${this.address}/api/papers/${paperId(number)}`);
    await response.arrayBuffer();
    return response.status;
  }

  async counts(): Promise<Counts> {
    return countsOf(await this.get<Status>('/api/status'));
  }

  /** @param timeout a bound for what hangs, in milliseconds */
  waitForStatus(fits: (status: Status) => boolean, timeout = 180_000): Promise<Status> {
    return waitForStatus(this.address, fits, timeout);
  }

  /** Waits until nothing is in flight and the counts are those given and the change. */
  async settled(given: Counts, { digests = 0, entries = 0, papers = 0 }: Change): Promise<void> {
    const expected: Counts = {
      ...given,
      digests: { seen: given.digests.seen + digests, withEntries: given.digests.withEntries + digests },
      entries: given.entries + entries,
      papers: given.papers + papers,
    };
    await this.waitForStatus((status) => status.inFlight === 0 && isDeepStrictEqual(countsOf(status), expected));
  }

  /** What was announced since it was last asked; nothing may be in flight. */
  announced(): Promise<Announced> {
    return this.#announcements.next(this.address);
  }
}

function countsOf({ digests: { seen, withEntries }, entries, papers, dead, retrying }: Status): Counts {
  return { digests: { seen, withEntries }, entries, papers, dead, retrying };
}
