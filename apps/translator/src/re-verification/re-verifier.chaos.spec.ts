import { TOPICS } from '@diglot/contracts';
import { pipelineMigrations } from '@diglot/pipeline';
import { spawnNode, testDatabase, waitFor, type SpawnedNode, type TestDatabase } from '@diglot/testing';
import { translatorMigrations } from '../index.ts';
import { WRONG, entry } from '../testing/entries.ts';
import { TranslatorUnderTest } from '../testing/translator-under-test.ts';

const FIXTURE = new URL('../testing/re-verify.fixture.ts', import.meta.url);
const ENTRIES = 160;

let test: TestDatabase;
let running: SpawnedNode | null = null;

beforeEach(async () => {
  test = await testDatabase({ migrations: [...pipelineMigrations, ...translatorMigrations] });
});
afterEach(async () => {
  if (running?.isRunning) await running.kill();
  await test.drop();
});

function start(...failpoint: string[]): SpawnedNode {
  running = spawnNode(FIXTURE, { args: [test.url, 'real', ...failpoint] });
  return running;
}

it('killed in the middle, again and again, it judges every entry and announces each change once', async () => {
  const old = await TranslatorUnderTest.start(test.database, 'lenient');
  await old.take(Array.from({ length: ENTRIES }, (_, index) => entry(index + 1, WRONG, '2025-11-01')));
  await old.close();

  for (const failpoint of ['re-verification.inside:2', 're-verification.committed:1']) {
    expect(await start(failpoint).exited).toEqual({ code: null, signal: 'SIGKILL' });
  }
  const [half] = await test.database.rows<{ judged: number; remaining: number }>(
    `SELECT judged, remaining FROM translator.re_verification_view ORDER BY generation DESC LIMIT 1`,
  );
  // The kill inside a transaction took a whole batch back, and nothing else.
  expect(half).toEqual({ judged: 100, remaining: ENTRIES - 100 });

  start();
  const isFinished = async (): Promise<boolean> => {
    const [row] = await test.database.rows<{ open: number }>(
      'SELECT count(*)::int AS open FROM translator.re_verifications WHERE finished_at IS NULL',
    );
    return row?.open === 0;
  };
  // A bound for what hangs, no claim about speed: it starts a process.
  await waitFor(isFinished, { timeout: 240_000 });
  const announced = await test.database.rows(
    `SELECT headers->>'ce_revision' AS revision, count(*)::int AS events, count(DISTINCT key)::int AS papers
     FROM pipeline.outbox WHERE topic = $1 GROUP BY 1 ORDER BY 1`,
    [TOPICS.paperTranslated],
  );
  expect(announced).toEqual([
    { revision: '1', events: ENTRIES, papers: ENTRIES },
    { revision: '2', events: ENTRIES, papers: ENTRIES },
  ]);
  const [passage] = await test.database.rows(
    `SELECT entries, judged, changed, failed, remaining FROM translator.re_verification_view
     ORDER BY generation DESC LIMIT 1`,
  );
  expect(passage).toEqual({ entries: ENTRIES, judged: ENTRIES, changed: ENTRIES, failed: 0, remaining: 0 });
});
