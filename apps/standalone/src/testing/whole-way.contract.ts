import { existsSync } from 'node:fs';
import { mkdir, rename, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOPICS } from '@diglot/contracts';
import { renderDigest } from '@diglot/formats';
import { leaveOut, temporaryFolder, type TemporaryFolder } from '@diglot/testing';
import type { Announced } from './announcements.ts';
import { DiglotFromOutside, paperId, paperText } from './diglot-from-outside.ts';
import type { Status } from './standalone-process.ts';

/** A Diglot of one profile, with nothing stored before it starts first. Whoever gives it ends it. */
export interface WholeWay {
  /** Starts all of it, on what it has stored. @returns the address of its api */
  start(folders: readonly string[]): Promise<string>;
  /** Ends all of it in order. */
  stop(): Promise<void>;
}

const CORPUS = fileURLToPath(new URL('../../../../../shared/corpus/dev', import.meta.url));
const hasCorpus = existsSync(CORPUS);
const corpus = hasCorpus || !leaveOut(`the corpus of real digests is not at ${CORPUS}`) ? it : it.skip;

/** The papers of one digest of the corpus. */
const SEED = [
  '2503.01715',
  '2503.01298',
  '2503.01019',
  '2503.00945',
  '2503.00619',
  '2503.00211',
  '2503.00171',
  '2503.00162',
  '2503.00054',
  '2503.00037',
];
const BROKEN = '# No Link Here \n\n**Authors**: B. Writer  \n\n**Abstract**: Another abstract. \n\n---\n';

/** What a running Diglot does on every profile, seen from outside: a folder, its api, a restart. */
export function wholeWayContract(profile: Status['profile'], way: WholeWay): void {
  describe(`${profile}: the whole way`, () => {
    let folder: TemporaryFolder;
    let diglot: DiglotFromOutside;

    const start = async (): Promise<void> => {
      diglot.address = await way.start([...(hasCorpus ? [CORPUS] : []), diglot.folder]);
    };

    beforeAll(async () => {
      folder = await temporaryFolder('whole-way');
      diglot = new DiglotFromOutside(join(folder.path, 'digests'));
      await mkdir(diglot.folder);
      await start();
    });
    afterAll(() => folder.remove());

    corpus(
      'brings the development corpus to its figures, and the seed digest to its verdicts',
      async () => {
        // On a busy machine two thousand papers take their time.
        const status = await diglot.waitForStatus(
          ({ inFlight, digests }) => inFlight === 0 && digests.seen >= 40,
          540_000,
        );
        expect(status).toMatchObject({
          digests: { seen: 40, withEntries: 39 },
          entries: 2007,
          papers: 1945,
          inFlight: 0,
          retrying: 0,
          dead: 0,
          profile,
        });
        const papers = await Promise.all(
          SEED.map((id) => diglot.get<{ verdict: { abstract: string } }>(`/api/papers/${id}`)),
        );
        const again = SEED.filter((_, index) => papers[index]?.verdict.abstract === 'retranslate');
        expect(again).toEqual(['2503.01715', '2503.01019', '2503.00619']);
      },
      600_000,
    );

    it('takes a new digest whole', async () => {
      const given = await diglot.counts();
      const path = '3-Nov-2025/topic/New_related_papers.md';
      await diglot.print(
        path,
        [1, 2, 3].map((number) => paperText(number)),
      );
      await diglot.settled(given, { digests: 1, entries: 3, papers: 3 });
      for (const number of [1, 2, 3]) {
        expect(await diglot.paper(number)).toMatchObject({
          ...paperText(number),
          arxivId: paperId(number),
          revision: 1,
          verdict: { title: 'accept', abstract: 'accept' },
          occurrences: [{ source: 'digests', path, topic: 'New', ordinal: 1, date: '2025-11-03' }],
        });
      }
      const query = encodeURIComponent('"耐心的消费者，第2部分"');
      expect(await diglot.get(`/api/papers?q=${query}`)).toMatchObject({ items: [{ arxivId: paperId(2) }] });
    });

    it('changes of a rewritten digest only the entries that changed', async () => {
      const given = await diglot.counts();
      const path = '4-Nov-2025/topic/Rewritten_related_papers.md';
      await diglot.print(path, [paperText(11), paperText(12), paperText(13)]);
      await diglot.settled(given, { digests: 1, entries: 3, papers: 3 });
      await diglot.announced();
      const before = await diglot.paper<{ occurrences: object }>(13);

      const title = { en: 'Patient Consumers, Part 12, Revised', zh: '耐心的消费者，第12部分，修订版' };
      // The last one stands on other lines now, and says what it said.
      await diglot.print(path, [paperText(12, { title }), paperText(14), paperText(15), paperText(13)]);
      await diglot.settled(given, { digests: 1, entries: 4, papers: 4 });
      expect(await diglot.announced()).toEqual(announced([path], [11, 12, 14, 15]));
      expect(await diglot.statusOf(11)).toBe(404);
      expect(await diglot.paper(12)).toMatchObject({ title, revision: 2 });
      expect(await diglot.paper(13)).toEqual(before);
    });

    it('takes back what a deleted digest printed, but no paper that another one prints', async () => {
      const given = await diglot.counts();
      const paths = ['First', 'Second', 'Copy'].map((name) => `5-Nov-2025/topic/${name}_related_papers.md`);
      const [first = '', second = '', copy = ''] = paths;
      await diglot.print(first, [paperText(21), paperText(22)]);
      await diglot.print(second, [paperText(22), paperText(23)]);
      await diglot.print(copy, [paperText(22), paperText(23)]);
      await diglot.settled(given, { digests: 2, entries: 6, papers: 3 });
      await diglot.announced();

      await Promise.all([diglot.remove(first), diglot.remove(second)]);
      await diglot.settled(given, { digests: 1, entries: 2, papers: 2 });
      expect(await diglot.announced()).toEqual(announced([first, second], [21, 22, 23]));
      expect(await diglot.statusOf(21)).toBe(404);
      for (const number of [22, 23]) {
        const { occurrences } = await diglot.paper<{ occurrences: readonly { path: string }[] }>(number);
        expect(occurrences.map(({ path }) => path)).toEqual([copy]);
      }
    });

    it('shows a bad file with its code, file and line, and what is good goes on', async () => {
      const given = await diglot.counts();
      const good = renderDigest([paperText(31)]);
      await diglot.write('bad/binary.md', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
      await diglot.write('bad/latin1.md', Buffer.concat([Buffer.from(good), Buffer.from([0xe9, 0x0a])]));
      await diglot.write('bad/letter.md', 'Dear colleague,\n\nplease find the list attached.\n');
      await diglot.write('bad/broken.md', good + BROKEN + renderDigest([paperText(32)]));
      await writeFile(join(folder.path, 'outside.md'), good);
      await symlink(join(folder.path, 'outside.md'), join(diglot.folder, 'bad/escape.md'));
      await writeFile(join(folder.path, 'large.md'), '');
      await truncate(join(folder.path, 'large.md'), 70 * 1024 * 1024);
      await rename(join(folder.path, 'large.md'), join(diglot.folder, 'bad/large.md'));

      const status = await diglot.waitForStatus(
        ({ inFlight, dead, papers, problems }) =>
          inFlight === 0 && dead === given.dead + 3 && papers === given.papers + 2 && problems.count === 2,
      );
      const codes = status.deadLetters.map(({ code }) => code).toSorted();
      expect(codes).toEqual(['DIGLOT_DIGEST_BINARY', 'DIGLOT_DIGEST_ENCODING', 'DIGLOT_DIGEST_UNKNOWN_FORMAT']);
      const encoding = status.deadLetters.find(({ code }) => code === 'DIGLOT_DIGEST_ENCODING');
      expect(encoding?.latest[0]?.message).toMatch(/digests\/bad\/latin1\.md:\d+:\d+/);
      expect(status.problems.latest.map(({ code, path }) => `${path} ${code}`).toSorted()).toEqual([
        'bad/escape.md DIGLOT_PATH_OUTSIDE_ROOT',
        'bad/large.md DIGLOT_DIGEST_TOO_LARGE',
      ]);
      const line = good.split('\n').length;
      const block = { code: 'DIGLOT_BLOCK_NO_LINK', path: 'bad/broken.md', line };
      expect(status.brokenBlocks.first).toContainEqual(expect.objectContaining(block));

      // Once it is mended, the new bytes are taken by themselves.
      await diglot.print('bad/latin1.md', [paperText(33)]);
      await diglot.waitForStatus(({ papers, inFlight }) => papers === given.papers + 3 && inFlight === 0);
    });

    it('ingests nothing again after a restart of everything, only what came and went meanwhile', async () => {
      const given = await diglot.counts();
      await diglot.announced();
      await way.stop();
      const stoppedAt = Date.now();
      const came = '6-Nov-2025/topic/Meanwhile_related_papers.md';
      const went = '3-Nov-2025/topic/New_related_papers.md';
      await diglot.print(came, [paperText(41), paperText(42)]);
      await diglot.remove(went);

      await start();
      await diglot.waitForStatus(({ sources }) =>
        sources.every(({ scannedAt }) => Date.parse(scannedAt ?? '') > stoppedAt),
      );
      await diglot.settled(given, { entries: -1, papers: -1 });
      expect(await diglot.announced()).toEqual(announced([came, went], [1, 2, 3, 41, 42]));
    });
  });
}

/** All that is announced when these placements change what they print of these papers. */
function announced(paths: readonly string[], numbers: readonly number[]): Announced {
  const papers = numbers.map(paperId);
  return {
    [TOPICS.digestDiscovered]: paths.map((path) => `digests\n${path}`).toSorted(),
    [TOPICS.paperParsed]: papers,
    [TOPICS.paperTranslated]: papers,
    [TOPICS.paperState]: papers,
  };
}
