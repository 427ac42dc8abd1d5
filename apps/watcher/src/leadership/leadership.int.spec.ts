import { type Database, openDatabase } from '@diglot/platform';
import { type TestDatabase, waitFor } from '@diglot/testing';
import { watcherDatabase, WatchedFolder } from '../watched-folder.fixture.ts';
import { inTerm, type Term } from './in-term.ts';
import { Leadership } from './leadership.ts';
import { limitSilence } from './limit-silence.statement.ts';
import { tryLock } from './try-lock.statement.ts';

const SILENCE = 60_000;

let database: TestDatabase;
let other: Database;
let folder: WatchedFolder;

beforeEach(async () => {
  database = await watcherDatabase();
  other = await openDatabase({ url: database.url, applicationName: 'other' });
  folder = await WatchedFolder.create(database.database);
  await database.database.run(`INSERT INTO watcher.sources (name, location) VALUES ('a', '/a'), ('b', '/b')`);
});
afterEach(async () => {
  await folder.remove();
  await other.close();
  await database.drop();
});

async function lead(leadership: Leadership, source: string): Promise<Term> {
  const term = await leadership.tryLead(source);
  if (!term) throw new Error(`another leads ${source}`);
  return term;
}

test('one leads a source; another may lead another source, and takes over once the first leaves', async () => {
  const [first, second] = [new Leadership(database.database, SILENCE), new Leadership(other, SILENCE)];
  const term = await lead(first, 'a');
  expect(term).toMatchObject({ source: 'a', number: '1' });
  expect(await second.tryLead('a')).toBeNull();
  expect(await second.tryLead('b')).toMatchObject({ source: 'b', number: '1' });
  await first.close();
  expect(await second.tryLead('a')).toMatchObject({ source: 'a', number: '2' });
  await second.close();
});

test('a leader whose connection ends is told, may write nothing once another leads, and can lead again', async () => {
  const [first, second] = [new Leadership(database.database, SILENCE), new Leadership(other, SILENCE)];
  const term = await lead(first, 'a');
  // Of this database alone: others of the server belong to tests that run meanwhile.
  await other.run(
    `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
     WHERE locktype = 'advisory' AND granted AND datname = current_database()`,
  );
  await waitFor(() => term.lost.aborted);
  const next = await waitFor(() => second.tryLead('a'));
  const write = inTerm(database.database, term, (tx) => tx.run(`UPDATE watcher.sources SET location = 'x'`));
  await expect(write).rejects.toMatchObject({ code: 'DIGLOT_LEASE_LOST' });
  expect(await other.rows(`SELECT FROM watcher.sources WHERE location = 'x'`)).toEqual([]);
  await expect(inTerm(other, next, (tx) => tx.rows('SELECT 1 AS one'))).resolves.toEqual([{ one: 1 }]);
  expect(await first.tryLead('a')).toBeNull();
  await second.close();
  expect(await first.tryLead('a')).toMatchObject({ number: '3' });
  await first.close();
});

test('a new term waits for what the old leader is committing', async () => {
  const leadership = new Leadership(database.database, SILENCE);
  const term = await lead(leadership, 'a');
  const order: string[] = [];
  let begun: Promise<unknown> = Promise.resolve();
  await inTerm(other, term, async (tx) => {
    begun = leadership.tryLead('a').then(() => order.push('next term'));
    await waitFor(async () => {
      const [row] = await tx.rows<{ waiting: boolean }>(
        `SELECT count(*) > 0 AS waiting FROM pg_stat_activity
         WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      return row?.waiting;
    });
    order.push('old commit');
  });
  await begun;
  expect(order).toEqual(['old commit', 'next term']);
  await leadership.close();
});

test('a leader that was paused while another took the source over changes nothing', async () => {
  await folder.write('a.md', 'A');
  await folder.settle();
  await folder.write('a.md', 'B');
  await folder.round();
  folder.clock.advance(1000);
  // What a new leader does first.
  await other.run('UPDATE watcher.sources SET term = term + 1 WHERE name = $1', [folder.source]);
  await expect(folder.round()).rejects.toMatchObject({ code: 'DIGLOT_LEASE_LOST' });
  expect(await folder.announced()).toHaveLength(1);
});

test('a leader that says nothing any more is given up by the server', async () => {
  const session = await database.database.session();
  expect(await tryLock(session, 'a')).toBe(true);
  // Last, for from then on it may be gone at any time.
  await limitSilence(session, 50);
  const successor = new Leadership(other, SILENCE);
  expect(await waitFor(() => successor.tryLead('a'))).toMatchObject({ source: 'a' });
  await waitFor(() => session.lost.aborted);
  await session.release();
  await successor.close();
});

test('a leader that has nothing to do stays one, and gives its connection back as it was', async () => {
  const single = await openDatabase({ url: database.url, applicationName: 'single', poolSize: 1 });
  // So long that nothing holds this process up for it.
  const leadership = new Leadership(single, 8_000);
  const term = await lead(leadership, 'a');
  const spokenAt = async (): Promise<string | undefined> => {
    const [row] = await other.rows<{ at: string }>(
      `SELECT query_start::text AS at FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'single'`,
    );
    return row?.at;
  };
  // It speaks by itself, again and again, each time long before it would be given up.
  for (let time = 0; time < 2; time += 1) {
    const before = await spokenAt();
    await waitFor(async () => (await spokenAt()) !== before);
  }
  expect(term.lost.aborted).toBe(false);
  await leadership.close();
  expect(await single.rows('SHOW idle_session_timeout')).toEqual([{ idle_session_timeout: '0' }]);
  await single.close();
});
