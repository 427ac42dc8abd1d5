import type { Database } from '@diglot/platform';
import { waitFor } from '@diglot/testing';
import { fetchJson, type Status } from './standalone-process.ts';

/** A running Diglot that has taken the digests of `examples/`, maybe among others. */
export interface ReplayedDiglot {
  readonly database: Database;
  readonly address: string;
  readonly token: string;
}

interface Announced {
  readonly digests: number;
  /** Papers whose entries, verdicts or states were announced. */
  readonly papers: readonly string[];
}

const FROM = '2025-11-04';

/**
 * To whoever replays it, bytes that read otherwise under the same hash are what a changed parser is: the same digest gives
 * another entry. Both titles have the same length.
 */
const READ_OTHERWISE = `
  UPDATE watcher.digests SET bytes =
    convert_to(replace(convert_from(bytes, 'UTF8'), 'Continual Forecasting', 'Perpetual Forecasting'), 'UTF8')
  WHERE position(convert_to('Continual Forecasting', 'UTF8') IN bytes) > 0`;

/** Replays twice: first with a parser that reads one title otherwise, then with nothing changed. */
export async function expectReplay(diglot: ReplayedDiglot): Promise<void> {
  const { database } = diglot;
  const [counted] = await database.rows<{ count: number }>(
    'SELECT count(*)::int AS count FROM watcher.placement_view WHERE live AND date >= $1',
    [FROM],
  );
  const digests = counted?.count ?? 0;
  const before = await revisions(database);
  await database.run(READ_OTHERWISE);

  expect(await command(diglot, { dryRun: true })).toMatchObject({ count: digests, replayId: null });
  expect(await replay(diglot)).toEqual({ digests, papers: ['2511.90101'] });
  const after = await revisions(database);
  expect(after.filter((paper) => !before.includes(paper))).toEqual(['2511.90101 r2']);
  const paper = await fetchJson<{ title: { en: string } }>(`${diglot.address}/api/papers/2511.90101`);
  expect(paper.title.en).toMatch(/Perpetual Forecasting/);

  expect(await replay(diglot)).toEqual({ digests, papers: [] });
  expect(await revisions(database)).toEqual(after);
}

async function command({ address, token }: ReplayedDiglot, more: object): Promise<{ replayId: string }> {
  const response = await fetch(`${address}/api/replay`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ from: FROM, reason: 'a test', ...more }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as { replayId: string };
}

/** Replays, waits until everything has settled, and says what was announced because of it. */
async function replay(diglot: ReplayedDiglot): Promise<Announced> {
  const { database, address } = diglot;
  const [mark] = await database.rows<{ id: string }>('SELECT max(id) AS id FROM pipeline.outbox_view');
  const { replayId } = await command(diglot, {});
  await waitFor(
    async () => {
      const [row] = await database.rows('SELECT FROM watcher.replay_view WHERE id = $1 AND finished_at IS NOT NULL', [
        replayId,
      ]);
      const { inFlight } = await fetchJson<Status>(`${address}/api/status`);
      if (!row || inFlight > 0) throw new Error(`${inFlight} in flight`);
      return true;
    },
    { timeout: 240_000, interval: 100, what: 'the replay' },
  );
  const rows = await database.rows<{ topic: string; key: string }>(
    `SELECT topic, key FROM pipeline.outbox_view WHERE id > $1 AND topic NOT LIKE 'arxiv.source.%'`,
    [mark?.id ?? '0'],
  );
  const isDigest = ({ topic }: { topic: string }): boolean => topic === 'arxiv.digest.discovered.v1';
  return {
    digests: rows.filter(isDigest).length,
    papers: [...new Set(rows.filter((row) => !isDigest(row)).map(({ key }) => key))],
  };
}

async function revisions(database: Database): Promise<string[]> {
  const rows = await database.rows<{ paper: string }>(
    `SELECT arxiv_id || ' r' || revision AS paper FROM indexer.paper_view ORDER BY arxiv_id`,
  );
  return rows.map(({ paper }) => paper);
}
