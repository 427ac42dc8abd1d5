import { decodeRecord, TOPICS } from '@diglot/contracts';
import { expectedDays, type CalendarDate } from '@diglot/domain';
import type { QueryRunner } from 'typeorm';
import { ParserRefillsProfiles1700000000205 } from '../migrations/0005-profiled.migration.ts';
import { OTHER_SOURCE, ParserUnderTest } from '../testing.fixture.ts';
import { dueSources } from './due-sources.statement.ts';
import { reviewSource } from './review-source.ts';

const FIRST = '2025-06-02' as CalendarDate;
const LAST = '2025-06-18' as CalendarDate;
const ENGLISH = 'A robot reads what people write about it and checks each word. '.repeat(6).trim();
const CHINESE = '机器人阅读人们关于它的文字，并逐字核对。'.repeat(8);

/** A digest of so many papers that are printed on that day only. */
function digest(day: string, papers: number, chinese: string | null = CHINESE): string {
  return Array.from({ length: papers }, (_, index) => {
    const number = String(Number(day.slice(8)) * 100 + index).padStart(5, '0');
    const zh = chinese === null ? '' : `**Abstract (ZH)**: ${chinese} \n\n`;
    return `# Paper ${number} \n\n**Authors**: A. Author  \n\n**Link**: [PDF](https://arxiv.org/pdf/2506.${number})  \n\n**Abstract**: ${ENGLISH} \n\n${zh}---\n`;
  }).join('');
}

describe('notices about a source', () => {
  let parser: ParserUnderTest;

  beforeEach(async () => {
    parser = await ParserUnderTest.start();
  });
  afterEach(() => parser.close());

  async function placeDays(skip: readonly string[] = [], chineseUntil = '9999'): Promise<void> {
    for (const day of expectedDays(FIRST, LAST)) {
      if (!skip.includes(day))
        await parser.place(`${day}/AI/README.md`, digest(day, 12, day <= chineseUntil ? CHINESE : null));
    }
  }

  async function review(): Promise<string[]> {
    const events = await parser.database.transaction((tx) => reviewSource(tx, 'lab', LAST));
    return events.map(
      ({ data: { kind, about, since, until, retracted }, revision }) =>
        `${kind} ${about || '.'} ${since} ${until ?? '…'} r${revision}${retracted ? ' retracted' : ''}`,
    );
  }

  const unprofiled = async () =>
    (await parser.database.rows('SELECT FROM parser.placements WHERE NOT profiled')).length;

  /** As a database of before comes to it: the columns go, and the migration finds what has no sums. */
  async function migrateAgain(): Promise<void> {
    const migration = new ParserRefillsProfiles1700000000205();
    const runner = { query: (sql: string) => parser.database.run(sql) } as unknown as QueryRunner;
    await migration.down(runner);
    await migration.up(runner);
  }

  it('states a missing day once, and takes it back when the day comes late', async () => {
    await placeDays(['2025-06-10']);
    expect(await review()).toEqual(['days-missing . 2025-06-10 2025-06-10 r1']);
    expect(await review()).toEqual([]);
    await parser.place('2025-06-10/AI/README.md', digest('2025-06-10', 12));
    expect(await review()).toEqual(['days-missing . 2025-06-10 2025-06-10 r2 retracted']);
    await parser.place('2025-06-10/AI/README.md', null);
    expect(await review()).toEqual(['days-missing . 2025-06-10 2025-06-10 r3']);
  });

  it('notices that the Chinese is gone, and a rewrite with Chinese moves the first day', async () => {
    await placeDays([], '2025-06-11');
    expect(await review()).toEqual(['chinese-vanished . 2025-06-12 … r1']);
    await parser.place('2025-06-12/AI/README.md', digest('2025-06-12', 12));
    expect(await review()).toEqual([
      'chinese-vanished . 2025-06-13 … r1',
      'chinese-vanished . 2025-06-12 … r2 retracted',
    ]);
  });

  it('notices a day that repeats another, and one that comes empty', async () => {
    await placeDays(['2025-06-17', '2025-06-18']);
    await parser.place('2025-06-17/AI/README.md', digest('2025-06-16', 12));
    await parser.place('2025-06-18/AI/README.md', '');
    expect(await review()).toEqual(['papers-vanished AI 2025-06-18 … r1', 'day-repeated . 2025-06-17 2025-06-17 r1']);
  });

  it('compares what an index claims with what came, whichever comes first', async () => {
    const index = (papers: number) =>
      `# 2025-06-10\n\n| Subject | Link | Number of Papers |\n|:-:|:-:|:-:|\n| AI | [Link](x) | ${papers} |\n`;
    await parser.place('2025-06-10/README.md', index(9));
    expect(await review()).toEqual(['index-differs 2025-06-10/README.md 2025-06-10 2025-06-10 r1']);
    await parser.place('2025-06-10/AI/README.md', digest('2025-06-10', 9));
    expect(await review()).toEqual(['index-differs 2025-06-10/README.md 2025-06-10 2025-06-10 r2 retracted']);
    await parser.place('2025-06-10/README.md', index(8));
    expect(await review()).toEqual(['index-differs 2025-06-10/README.md 2025-06-10 2025-06-10 r3']);
    await parser.place('2025-06-10/README.md', null);
    expect(await review()).toEqual(['index-differs 2025-06-10/README.md 2025-06-10 2025-06-10 r4 retracted']);
  });

  describe('a sidecar', () => {
    const SIDECAR = '2025-06-10/AI/papers.jsonl';
    const DIGEST = '2025-06-10/AI/README.md';
    const records = (papers: number, abstract = ENGLISH) =>
      Array.from({ length: papers }, (_, index) => {
        const number = String(1000 + index).padStart(5, '0');
        const texts = `'title': 'Paper ${number}', 'authors': 'A. Author', 'link': 'https://arxiv.org/abs/2506.${number}'`;
        return `{'arxiv_id': 'arXiv:2506.${number}', ${texts}, 'abstract': '${abstract}', 'abstract_zh': '${CHINESE}'}\n`;
      }).join('');
    const compared = async () => {
      await parser.sidecars.compare('lab');
      return review();
    };

    it('is compared with the digest beside it, whichever comes first, until one of them is gone', async () => {
      await parser.place('2025-06-09/AI/README.md', digest('2025-06-09', 12));
      await parser.place(SIDECAR, records(12));
      expect(await compared()).toEqual([`sidecar-differs ${SIDECAR} 2025-06-10 2025-06-10 r1`]);
      await parser.place(DIGEST, digest('2025-06-10', 12));
      expect(await compared()).toEqual([`sidecar-differs ${SIDECAR} 2025-06-10 2025-06-10 r2 retracted`]);
      await parser.place(DIGEST, digest('2025-06-10', 11));
      expect(await compared()).toEqual([`sidecar-differs ${SIDECAR} 2025-06-10 2025-06-10 r3`]);
      await parser.place(SIDECAR, records(11));
      expect(await compared()).toEqual([`sidecar-differs ${SIDECAR} 2025-06-10 2025-06-10 r4 retracted`]);
      await parser.place(SIDECAR, records(11, 'Cut off.'));
      expect(await compared()).toEqual([`sidecar-differs ${SIDECAR} 2025-06-10 2025-06-10 r5`]);
      const [notice] = await parser.database.rows('SELECT figures, details FROM parser.notice_view');
      expect(notice).toMatchObject({
        figures: { records: 11, entries: 11, onlyInSidecar: 0, onlyInDigest: 0, texts: 11, absent: 0 },
        details: expect.arrayContaining(['2506.01000: abstract']),
      });
      await parser.place(SIDECAR, null);
      expect(await compared()).toEqual([`sidecar-differs ${SIDECAR} 2025-06-10 2025-06-10 r6 retracted`]);
    });

    it('that is not compared yet leaves everything as it was stated, and each two contents are read once', async () => {
      await parser.place(DIGEST, digest('2025-06-10', 12));
      await parser.place(SIDECAR, records(10));
      expect(await review()).toEqual([]);
      expect(await compared()).toHaveLength(1);
      expect(await parser.sidecars.compare('lab')).toBe(0);
      await parser.place(SIDECAR, records(11));
      expect(await review()).toEqual([]);
      expect(await compared()).toEqual([`sidecar-differs ${SIDECAR} 2025-06-10 2025-06-10 r2`]);
      // The same two contents at another place, and again where they were.
      await parser.place('2025-06-10/RO/papers.jsonl', records(11));
      await parser.place('2025-06-10/RO/README.md', digest('2025-06-10', 12));
      await parser.place(SIDECAR, records(10));
      expect(await parser.sidecars.compare('lab')).toBe(0);
    });

    it('is compared before its source is looked at', async () => {
      await parser.place(DIGEST, digest('2025-06-10', 12));
      await parser.place(SIDECAR, records(10));
      await parser.rest(61);
      await parser.reviewer.look();
      const rows = await parser.database.rows(`SELECT kind FROM parser.notice_view WHERE NOT retracted`);
      expect(rows).toContainEqual({ kind: 'sidecar-differs' });
    });
  });

  it('announces each revision as a fact with an id of its own, in the transaction that stores it', async () => {
    await placeDays(['2025-06-10']);
    await review();
    const rows = await parser.database.rows<{ key: string; headers: Record<string, string>; payload: Buffer }>(
      'SELECT key, headers, payload FROM pipeline.outbox WHERE topic = $1',
      [TOPICS.sourceNoticed],
    );
    const records = rows.map(({ payload, ...row }) => ({ ...row, topic: TOPICS.sourceNoticed, value: payload }));
    expect(records.map((record) => decodeRecord(record))).toMatchObject([
      {
        ok: true,
        event: {
          type: 'source.noticed',
          revision: 1,
          data: { source: 'lab', kind: 'days-missing', since: '2025-06-10', figures: { days: 1 }, retracted: false },
        },
      },
    ]);
    await parser.database.run('DELETE FROM parser.notices');
    // The id of the fact is there already, so the notice is not stored either.
    await expect(review()).rejects.toThrow(/duplicate key/);
    expect(await parser.database.rows('SELECT FROM parser.notice_view')).toEqual([]);
  });

  it('looks at a source once it rests after a change, and again when a day may be missing', async () => {
    const due = (rest: number, review_: number) => dueSources(parser.database, rest, review_);
    await placeDays();
    expect(await due(60, 3_600)).toEqual([]);
    await parser.rest(61);
    expect(await due(60, 3_600)).toEqual(['lab']);
    // It reviews as of today, long after the last day.
    expect(await parser.reviewer.look()).toBe(1);
    expect(await due(60, 3_600)).toEqual([]);
    expect(await due(60, 0)).toEqual(['lab']);
    await parser.place('2025-06-17/AI/README.md', null);
    await parser.rest(61);
    expect(await due(60, 3_600)).toEqual(['lab']);
  });

  it('gives digests and tables that an earlier release parsed their sums, once', async () => {
    await placeDays(['2025-06-10']);
    await parser.place(
      '2025-06-10/README.md',
      '| Subject | Link | Number of Papers |\n|:-:|:-:|:-:|\n| AI | x | 9 |\n',
    );
    await parser.place('2025-06-11/AI/papers.jsonl', "{'arxiv_id': 'arXiv:2506.00001'}\n");
    await parser.rest(61);
    const sums = () =>
      parser.database.rows(
        'SELECT * FROM parser.profiles LEFT JOIN parser.index_claims USING (source) ORDER BY profiles.path',
      );
    const before = await sums();
    await parser.database.run('DELETE FROM parser.profiles; DELETE FROM parser.index_claims');
    await migrateAgain();
    expect(await unprofiled()).toBe(13);
    await parser.reviewer.look();
    expect(await unprofiled()).toBe(0);
    expect(await sums()).toEqual(before);
  });

  it('a source that cannot be looked at keeps no other from it, and is looked at once it can be', async () => {
    // By name it comes first.
    const index = '| Subject | Link | Number of Papers |\n|:-:|:-:|:-:|\n| AI | x | 9 |\n';
    for (const source of [OTHER_SOURCE, 'lab']) await parser.place('2025-06-10/README.md', index, source);
    await parser.rest(61);
    const looked = () => parser.database.rows('SELECT source FROM parser.reviews ORDER BY source');
    await parser.database.run(`ALTER TABLE parser.reviews ADD CONSTRAINT refuses CHECK (source <> '${OTHER_SOURCE}')`);
    await expect(parser.reviewer.look()).rejects.toThrow(/refuses/);
    expect(await looked()).toEqual([{ source: 'lab' }]);
    await parser.database.run('ALTER TABLE parser.reviews DROP CONSTRAINT refuses');
    await parser.reviewer.look();
    expect(await looked()).toEqual([{ source: OTHER_SOURCE }, { source: 'lab' }]);
    const noticed = await parser.database.rows('SELECT source FROM parser.notice_view ORDER BY source');
    expect(noticed).toEqual(await looked());
  });

  it('two reviews at once state one fact', async () => {
    await placeDays(['2025-06-10']);
    const both = await Promise.allSettled([review(), review()]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    const rows = await parser.database.rows('SELECT revision FROM parser.notice_view');
    expect(rows).toEqual([{ revision: 1 }]);
  });
});
