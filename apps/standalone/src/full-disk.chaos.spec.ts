import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { leaveOut, temporaryFolder, type TemporaryFolder } from '@diglot/testing';
import { writeDigests } from './testing/generated-digests.ts';
import { StandaloneProcess } from './testing/standalone-process.ts';

/** Of the disk, and what is left on it once it is filled: less than the digests become, more than nothing. */
const DISK = '400m';
const LEFT_BYTES = 2 * 1024 * 1024;

const canMount =
  process.platform === 'linux' && process.getuid?.() === 0
    ? true
    : !leaveOut('a full disk: only root can mount a small one to fill');

let folder: TemporaryFolder;
let disk: string;
let running: StandaloneProcess | null = null;

/** Fills the disk. @returns empties it again */
async function fill(): Promise<() => Promise<void>> {
  const ballast = join(disk, 'ballast');
  const { bavail, bsize } = await statfs(disk);
  await writeFile(ballast, Buffer.alloc(bavail * bsize - LEFT_BYTES));
  return () => rm(ballast);
}

beforeEach(async () => {
  folder = await temporaryFolder('full-disk');
  disk = join(folder.path, 'disk');
  await mkdir(disk);
  if (canMount) execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', disk]);
});
afterEach(async () => {
  if (running?.node.isRunning) await running.node.kill('SIGTERM');
  spawnSync('umount', [disk]);
  await folder.remove();
});

const onSmallDisk = canMount ? it : it.skip;

onSmallDisk('a full disk is waited for by name, nothing dies of it, and with space everything goes on', async () => {
  const digests = join(folder.path, 'digests');
  running = new StandaloneProcess(['--no-examples', '--data', join(disk, 'data'), '--watch', digests], {
    DIGLOT_PORT: '0',
  });
  await running.address();
  const empty = await fill();
  const written = await writeDigests(digests, 20, 30);

  await running.node.waitForOutput(/DIGLOT_POSTGRES_FULL/);
  const waiting = await running.waitForStatus(
    ({ readiness: { ready, reasons } }) => !ready && reasons.join().includes('DIGLOT_POSTGRES_FULL'),
  );
  expect(waiting.dead).toBe(0);

  await empty();
  const { entries, papers } = written;
  // Who waited is ready a moment after it goes on.
  const whole = await running.waitForStatus(
    (found) => found.inFlight === 0 && found.papers === papers && found.readiness.ready,
  );
  expect(whole).toMatchObject({ entries, papers, dead: 0, readiness: { ready: true } });
});
