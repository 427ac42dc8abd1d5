import fc from 'fast-check';
import { sha256 } from '@diglot/domain';
import type { Database } from '@diglot/platform';
import { lifeCommands, scan } from './life-commands.fixture.ts';
import { RealFolder } from './real-folder.fixture.ts';
import { ReferenceModel } from './reference-model.fixture.ts';

/** As the watcher has it unless it is told otherwise; milliseconds. */
const STABLE = 1000;
/** After so long nothing waits for anything. */
const LONG = 5000;

export interface Lives {
  readonly sequences: number;
  readonly seed: number;
  /** How many files come at once, where many do. */
  readonly files: number;
  /** At most, in one sequence. */
  readonly commands: number;
}

export interface LivesFigures {
  readonly seed: number;
  readonly sequences: number;
  readonly commands: number;
  /** How many of them there were of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly failures: number;
  /** The shortest sequence that failed, and how; null: none did. */
  readonly failure: string | null;
}

/** Lets folders live through random sequences, each compared with the model step by step and at its end. */
export async function runLives(database: Database, lives: Lives): Promise<LivesFigures> {
  const kinds = new Map<string, number>();
  const commands = fc.commands(lifeCommands(lives.files), { maxCommands: lives.commands, size: 'max' });
  const property = fc.asyncProperty(commands, async (sequence) => {
    const real = await RealFolder.create(database);
    try {
      const model = new ReferenceModel(STABLE);
      await fc.asyncModelRun(() => ({ model, real }), sequence);
      for (const [kind, count] of real.commands) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
      await finish(model, real);
    } finally {
      await real.remove();
    }
  });
  const result = await fc.check(property, { numRuns: lives.sequences, seed: lives.seed });
  const failure = result.failed ? (fc.defaultReportMessage(result) ?? 'it failed') : null;
  const executed = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  const figures = { seed: lives.seed, sequences: result.numRuns, commands: executed, kinds: Object.fromEntries(kinds) };
  return { ...figures, failures: result.failed ? 1 : 0, failure };
}

/** Whatever happened, what is stored in the end is what is there. */
async function finish(model: ReferenceModel, real: RealFolder): Promise<void> {
  if (model.away) await real.mount();
  model.away = false;
  for (let again = 0; again < 3; again += 1) await scan(model, real, LONG);
  const { live, problems } = model.truth();
  const stored = [...model.placements].flatMap(([path, { content }]) => (content === null ? [] : [[path, content]]));
  expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(live));
  expect(await real.watched.live()).toEqual([...live.keys()].toSorted(byBytes));
  expect(Object.keys(await real.watched.problems()).toSorted()).toEqual(problems);
  await expectLog(real);
  await expectStored(real, live);
}

/** Of every path the revisions rise by one, and no two of them in a row say the same. */
async function expectLog(real: RealFolder): Promise<void> {
  const last = new Map<string, { revision: number; sha256: string | null }>();
  for (const { path, revision, sha256: hash } of await real.watched.announced()) {
    const before = last.get(path) ?? { revision: 0, sha256: null };
    expect(`${path} ${revision}`).toBe(`${path} ${before.revision + 1}`);
    expect(hash).not.toBe(before.sha256);
    last.set(path, { revision, sha256: hash });
  }
}

async function expectStored({ watched }: RealFolder, live: ReadonlyMap<string, string>): Promise<void> {
  const rows = await watched.database.rows<{ path: string; bytes: Buffer }>(
    'SELECT path, bytes FROM watcher.placements JOIN watcher.digests USING (sha256) WHERE source = $1',
    [watched.source],
  );
  for (const { path, bytes } of rows) expect(sha256(bytes)).toBe(sha256(live.get(path) ?? ''));
  expect(rows).toHaveLength(live.size);
}

/** As the database sorts. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
