import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { FAILPOINTS, checkInvariants, type Failpoint } from '@diglot/pipeline';
import { temporaryFolder, waitFor, type TemporaryFolder } from '@diglot/testing';
import { writeDigests, type Written } from './testing/generated-digests.ts';
import { withDataOf } from './testing/opened-data.ts';
import { StandaloneProcess } from './testing/standalone-process.ts';

let folder: TemporaryFolder;
let written: Written;
let running: StandaloneProcess | null = null;

const digests = (): string => join(folder.path, 'digests');
const data = (): string => join(folder.path, 'data');

function start(env: Readonly<Record<string, string>> = {}): StandaloneProcess {
  const args = ['--no-examples', '--data', data(), '--watch', digests()];
  running = new StandaloneProcess(args, { DIGLOT_PORT: '0', ...env });
  return running;
}

/**
 * Every paper once, every entry once, and the invariants of docs/protocol.md by SQL.
 * @param look once it says where its page is, all that was there has been ingested: so is its status at once
 */
async function expectWhole(process: StandaloneProcess, look = () => process.status()): Promise<void> {
  const { entries, papers } = written;
  const whole = {
    digests: { seen: written.digests, withEntries: written.digests },
    entries,
    papers,
    dead: 0,
    inFlight: 0,
  };
  expect(await look().catch(() => process.node.output)).toMatchObject(whole);
  expect(await process.node.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  const found = await withDataOf(data(), async (database) => ({
    violations: await checkInvariants(database),
    announced: await database.rows(
      `SELECT topic, count(*)::int AS events, count(DISTINCT event_id)::int AS ids FROM pipeline.outbox GROUP BY topic ORDER BY topic`,
    ),
    members: await database.rows(`SELECT count(*)::int AS members FROM indexer.members WHERE NOT retracted`),
  }));
  expect(found.violations).toEqual([]);
  expect(found.members).toEqual([{ members: entries }]);
  expect(found.announced).toEqual(
    expect.arrayContaining([
      { topic: 'arxiv.digest.discovered.v1', events: written.digests, ids: written.digests },
      { topic: 'arxiv.paper.parsed.v1', events: entries, ids: entries },
      { topic: 'arxiv.paper.translated.v1', events: entries, ids: entries },
    ]),
  );
}

beforeEach(async () => {
  folder = await temporaryFolder('chaos');
  written = await writeDigests(digests(), 12, 8);
});
afterEach(async () => {
  if (running?.node.isRunning) await running.node.kill('SIGKILL');
  await folder.remove();
});

/** Points that this profile passes while it ingests without a fault; the others are those of `libs/pipeline`'s own chaos. */
const PASSED: readonly Failpoint[] = FAILPOINTS.filter(
  (point) =>
    !['watcher.cleaning-up', 'sweeper.swept'].includes(point) && !/^(?:relay|re-verification|review)\./.test(point),
);

it('a SIGKILL at each step, one life after the other, loses nothing and doubles nothing', async () => {
  // Each life dies at its first pass of the step, so it leaves work for those after it.
  for (const point of PASSED) {
    const killed = start({ DIGLOT_FAILPOINT: `${point}:1` });
    expect({ point, ...(await killed.node.exited) }).toEqual({ point, code: null, signal: 'SIGKILL' });
  }
  await expectWhole(start());
}, 1_200_000);

it('kill -9 at any moment, again and again', async () => {
  for (const milliseconds of [1500, 2500, 3500, 4500, 5500, 6500]) {
    const killed = start();
    await setTimeout(milliseconds);
    await killed.node.kill('SIGKILL');
  }
  await expectWhole(start());
});

it('a killed PostgreSQL comes back, and everything goes on', async () => {
  const process = start();
  await process.node.waitForOutput(/✓/);
  const postmaster = await waitFor(() => findPostmaster(), { what: 'a postmaster.pid' });
  globalThis.process.kill(postmaster, 'SIGKILL');
  // All of it may have been ingested before the kill; then the status has to wait for the server.
  await expectWhole(process, () =>
    process.waitForStatus(({ inFlight, papers }) => inFlight === 0 && papers === written.papers),
  );
});

it('a second signal stops at once, and leaves no server behind', async () => {
  const process = start();
  await process.address();
  const postmaster = findPostmaster();
  process.node.signal('SIGTERM');
  await setTimeout(600);
  process.node.signal('SIGTERM');
  await process.node.exited;
  const gone = await waitFor(() => postmaster !== null && !existsSync(`/proc/${postmaster}`), {
    what: 'the end of PostgreSQL',
  });
  expect(gone).toBe(true);
});

/** The process id of the server that keeps the data folder; it names its own. */
function findPostmaster(): number | null {
  const file = readdirSync(data(), { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('postmaster.pid'),
  );
  const pid = file ? Number(readFileSync(join(data(), file), 'utf8').split('\n')[0]) : Number.NaN;
  return Number.isInteger(pid) ? pid : null;
}
