import { DIGEST_LIMIT, type Sha256 } from '@diglot/domain';
import type { KnownPlacement } from '../placements/known-placement.ts';
import type { FileStat } from '../scanning/file-stat.ts';
import type { SourcePolicy } from '../sources/source-definition.ts';
import { planScan, unstableProblem, type Plan, type Situation } from './plan.ts';
import type { Sighting } from './sighting.ts';

const WALL = 1_000_000;
/** Last written long before. */
const STAT: FileStat = { device: 1n, inode: 1n, size: 10, modified: 1n, changed: 1n };
/** Written at the very moment. */
const FRESH: FileStat = { ...STAT, modified: BigInt(WALL) * 1_000_000n };
const NOW = 10_000;

const RESTING: Sighting = { stat: STAT, linkTo: null, since: NOW - 1000, waitingSince: NOW - 1000 };
const NO_KNOWLEDGE = { date: null, category: null, topic: null, sectionAnnounced: true };
const STORED: KnownPlacement = {
  revision: 1,
  sha256: 'aa' as Sha256,
  seen: STAT,
  settled: true,
  cleaned: false,
  ...NO_KNOWLEDGE,
};

const SITUATION: Situation = {
  sightings: new Map(),
  absences: new Map(),
  placements: new Map(),
  policy: 'keep',
  now: { at: NOW, wallClock: WALL },
  options: { stable: 1000, unstable: 30_000 },
};

interface Case {
  sighting?: Partial<Sighting>;
  known?: Partial<KnownPlacement> | null;
  policy?: SourcePolicy;
}

function plan({ sighting = {}, known = null, policy = 'keep' }: Case): Plan {
  return planScan({
    ...SITUATION,
    sightings: new Map([['a.md', { ...RESTING, ...sighting }]]),
    placements: new Map(known ? [['a.md', { ...STORED, ...known }]] : []),
    policy,
  });
}

const NOTHING: Plan = { take: [], retract: [], cleanUp: [], restless: [], problems: [], dueAt: null };

describe('a file that is not stored', () => {
  test('is taken once it has rested', () => {
    expect(plan({})).toEqual({ ...NOTHING, take: ['a.md'] });
  });

  test('waits until then', () => {
    expect(plan({ sighting: { since: NOW - 999 } })).toEqual({ ...NOTHING, restless: ['a.md'], dueAt: NOW + 1 });
  });

  test('need not rest where writers are trusted to rename what is finished', () => {
    const situation = { ...SITUATION, sightings: new Map([['a.md', { ...RESTING, since: NOW + 1 }]]) };
    expect(planScan({ ...situation, options: { stable: 0, unstable: 1 } }).take).toEqual(['a.md']);
  });

  test('is refused by its size, also while it grows', () => {
    const stat = { ...STAT, size: DIGEST_LIMIT + 1 };
    expect(plan({ sighting: { stat, since: NOW } })).toMatchObject({
      ...NOTHING,
      problems: [{ path: 'a.md', code: 'DIGLOT_DIGEST_TOO_LARGE' }],
    });
  });

  test('may have exactly the limit, or nothing in it', () => {
    expect(plan({ sighting: { stat: { ...STAT, size: DIGEST_LIMIT } } }).take).toEqual(['a.md']);
    expect(plan({ sighting: { stat: { ...STAT, size: 0 } } }).take).toEqual(['a.md']);
  });
});

describe('a file that is stored', () => {
  test('is left alone while its stat is what it was', () => {
    expect(plan({ known: {} })).toEqual(NOTHING);
  });

  test.each([
    ['content', { ...STAT, modified: 2n, changed: 2n }],
    ['content, with its size and time restored', { ...STAT, changed: 2n }],
    ['inode', { ...STAT, inode: 2n }],
  ])('is read again when it has another %s', (_, seen) => {
    expect(plan({ known: { seen } }).take).toEqual(['a.md']);
  });

  test('is read again when it came back after a deletion', () => {
    expect(plan({ known: { sha256: null, seen: null } }).take).toEqual(['a.md']);
  });

  test('is read once more when it was read too soon after its last write to be recognised', () => {
    expect(plan({ known: { settled: false } }).take).toEqual(['a.md']);
    const early = plan({ sighting: { stat: FRESH }, known: { seen: FRESH, settled: false } });
    expect(early).toEqual({ ...NOTHING, dueAt: NOW + 1000 });
  });
});

describe('the policy of a source', () => {
  test.each(['move', 'delete'] as const)('%s: what is stored is cleaned up', (policy) => {
    expect(plan({ known: {}, policy })).toEqual({ ...NOTHING, cleanUp: ['a.md'] });
    expect(plan({ known: { cleaned: true }, policy })).toEqual({ ...NOTHING, cleanUp: ['a.md'] });
  });

  test('nothing is cleaned up that might have changed unnoticed', () => {
    const seen = { seen: FRESH, settled: false };
    expect(plan({ sighting: { stat: FRESH }, known: seen, policy: 'delete' }).cleanUp).toEqual([]);
  });

  test('a link is never cleaned up', () => {
    expect(plan({ sighting: { linkTo: '/elsewhere' }, known: {}, policy: 'delete' })).toEqual(NOTHING);
  });

  test('keep: what another policy had given over is taken back', () => {
    expect(plan({ known: { cleaned: true } }).take).toEqual(['a.md']);
  });
});

test('a placement is retracted when its file was absent for long enough', () => {
  const absences = new Map([
    ['gone.md', NOW - 1000],
    ['perhaps.md', NOW - 900],
  ]);
  expect(planScan({ ...SITUATION, absences })).toEqual({ ...NOTHING, retract: ['gone.md'], dueAt: NOW + 100 });
});

test('the earliest of all that is due counts', () => {
  const sighting = (since: number): Sighting => ({ ...RESTING, since });
  const sightings = new Map([
    ['a.md', sighting(NOW - 500)],
    ['b.md', sighting(NOW - 700)],
    ['c.md', sighting(NOW - 600)],
  ]);
  expect(planScan({ ...SITUATION, sightings }).dueAt).toBe(NOW + 300);
});

test('a file is a problem once it has not been taken for 30 s', () => {
  const { options } = SITUATION;
  expect(unstableProblem('a.md', { ...RESTING, waitingSince: NOW - 29_999 }, NOW, options)).toBeNull();
  expect(unstableProblem('a.md', { ...RESTING, waitingSince: NOW - 30_000 }, NOW, options)).toMatchObject({
    path: 'a.md',
    code: 'DIGLOT_FILE_UNSTABLE',
  });
});
