import { spawnNode, waitFor, type SpawnedNode } from '@diglot/testing';
import type { Failpoint } from '../failpoints/failpoint.ts';
import { checkInvariants } from '../invariants/invariants.statement.ts';
import type { Entry } from '../testing/shelf.events.ts';
import { SHELF } from '../testing/shelf.handlers.ts';
import { Shelf } from '../testing/shelf.ts';
import { shelfDatabase, type BenchDatabase } from '../testing/stage-bench.ts';

/** Many processes start. */
const LONG = 480_000;
const SERVICE = new URL('../testing/shelf-process.ts', import.meta.url);
/** Every step at which a kill leaves something behind (docs/protocol.md, "What dies where"), and at which pass. */
const KILLS: readonly (readonly [Failpoint, number])[] = [
  ['consumer.inside', 2],
  ['consumer.committed', 2],
  ['consumer.acknowledged', 1],
  ['retry.claimed', 3],
  ['retry.prepared', 3],
  ['retry.settled', 3],
  ['sweeper.swept', 1],
];

let testing: BenchDatabase;
let shelf: Shelf;
const running: SpawnedNode[] = [];

beforeEach(async () => {
  testing = await shelfDatabase();
  shelf = new Shelf(testing.database);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((child) => child.kill()));
  next = null;
  await testing.drop();
});

let next: SpawnedNode | null = null;

/** A process takes a second or two to load, so the next one does while this one works. */
function start(failpoint = ''): SpawnedNode {
  const child = next ?? load();
  next = load();
  child.write(`${failpoint}\n`);
  return child;
}

function load(): SpawnedNode {
  const child = spawnNode(SERVICE, { args: [testing.url] });
  running.push(child);
  return child;
}

/** Of each kind some: three entries of a paper, one that is retried, one that is invalid, one that the handler refuses. */
function someEntries(from: number): Entry[] {
  return Array.from({ length: 10 }, (_, index) => from + index).flatMap((paper) => [
    { paper, path: 'a.md', title: 'a' },
    { paper, path: 'b.md', title: 'b' },
    { paper, path: 'b.md', revision: 2, title: paper % 2 === 0 ? null : 'c' },
    { paper, path: 'c.md', title: 'transient' },
    { paper, path: 'd.md', title: 'invalid' },
    { paper, path: 'e.md', title: 'refused' },
  ]);
}

test(
  'a process killed at any step leaves nothing lost and nothing doubled',
  async () => {
    const published: string[] = [];
    for (const [index, [failpoint, pass]] of KILLS.entries()) {
      published.push(...(await shelf.publish(someEntries(100 * index).slice(0, 30))));
      const child = start(`${failpoint}:${pass}`);
      // Its workers begin before it says so, and one of them may already have come to the point.
      await waitFor(() => /ready/.test(child.output) || !child.isRunning);
      // Some come while it runs, so that there is more than a first batch.
      published.push(...(await shelf.publish(someEntries(100 * index).slice(30))));
      expect({ failpoint, ...(await child.exited) }).toEqual({ failpoint, code: null, signal: 'SIGKILL' });
      expect(await checkInvariants(testing.database)).toEqual([]);
    }
    const last = start();
    await shelf.settled();
    expect(await shelf.statuses(published)).toEqual({ done: 7 * 40, dead: 7 * 20 });
    expect(await shelf.contradictions()).toEqual([]);
    expect(await checkInvariants(testing.database)).toEqual([]);
    expect(await shelf.paper(601)).toEqual({ state: 'a+c+transient', mirror: 'a+c+transient' });
    expect(await last.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  },
  LONG,
);

test(
  'an event that kills its process every time ends as a dead letter, and the others go on',
  async () => {
    const good = (from: number): Entry[] =>
      Array.from({ length: 30 }, (_, index) => ({ paper: from + index, title: 'good' }));
    const [killer] = await shelf.publish([{ paper: 1, title: 'kill' }]);
    const others = await shelf.publish([...good(100), { paper: 2, title: 'transient' }]);
    const settled = shelf.settled(LONG).then(() => 'settled');
    let kills = 0;
    for (;;) {
      const end = await Promise.race([start().exited, settled]);
      if (end === 'settled') break;
      expect(end).toEqual({ code: null, signal: 'SIGKILL' });
      kills += 1;
      others.push(...(await shelf.publish(good(200 + 100 * kills))));
    }
    expect(kills).toBe(7);
    expect(await shelf.statuses(others)).toEqual({ done: others.length });
    const rows = await testing.database.rows(
      `SELECT event_id AS id, status, attempt, error_code AS code FROM pipeline.inbox WHERE consumer = $1 AND status <> 'done'`,
      [SHELF.consumer],
    );
    expect(rows).toEqual([{ id: killer, status: 'dead', attempt: 7, code: 'DIGLOT_ATTEMPTS_EXHAUSTED' }]);
    expect(await shelf.contradictions()).toEqual([]);
    expect(await checkInvariants(testing.database)).toEqual([]);
  },
  LONG,
);
