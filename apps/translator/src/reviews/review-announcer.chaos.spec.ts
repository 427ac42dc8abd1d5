import { TOPICS } from '@diglot/contracts';
import { sha256 } from '@diglot/domain';
import { pipelineMigrations } from '@diglot/pipeline';
import { spawnNode, testDatabase, waitFor, type SpawnedNode, type TestDatabase } from '@diglot/testing';
import { translatorMigrations } from '../index.ts';
import { SOUND, WRONG, entry } from '../testing/entries.ts';
import { TranslatorUnderTest } from '../testing/translator-under-test.ts';

const FIXTURE = new URL('../testing/re-verify.fixture.ts', import.meta.url);
const PRINTED = entry(1, WRONG, '2025-11-01');
const HASHES = [PRINTED.paper?.abstract.en ?? '', WRONG].map((text) => Buffer.from(sha256(text), 'hex'));

let test: TestDatabase;
let running: SpawnedNode | null = null;

beforeEach(async () => {
  test = await testDatabase({ migrations: [...pipelineMigrations, ...translatorMigrations] });
  const translator = await TranslatorUnderTest.start(test.database, 'lenient');
  await translator.take([PRINTED]);
  await translator.close();
  await test.database.run('TRUNCATE pipeline.outbox');
});
afterEach(async () => {
  if (running?.isRunning) await running.kill();
  await test.drop();
});

function start(failpoint: string): SpawnedNode {
  running = spawnNode(FIXTURE, { args: [test.url, 'lenient', failpoint] });
  return running;
}

const ask = (reviewer: string): Promise<unknown> =>
  test.database.run(
    `SELECT translator.request_review('2511.00001', 'abstract', $1, $2, 'edited', $3, $4, NULL, NULL)`,
    [...HASHES, SOUND, reviewer],
  );
const unannounced = async (): Promise<number> =>
  (await test.database.rows('SELECT FROM translator.reviews WHERE announced < revision')).length;
/** Revisions of the facts that were announced of reviews. */
const announced = async (): Promise<string[]> => {
  const rows = await test.database.rows<{ revision: string }>(
    `SELECT headers->>'ce_revision' AS revision FROM pipeline.outbox WHERE topic = $1 ORDER BY id`,
    [TOPICS.paperTranslated],
  );
  return rows.map(({ revision }) => revision);
};

it('killed before a review is announced, or right after, it announces each once', async () => {
  await ask('Ada');
  expect(await start('review.inside').exited).toEqual({ code: null, signal: 'SIGKILL' });
  // The kill took back the mark with the announcement: what was asked for is still to be said.
  expect([await unannounced(), await announced()]).toEqual([1, []]);

  expect(await start('review.committed').exited).toEqual({ code: null, signal: 'SIGKILL' });
  expect([await unannounced(), await announced()]).toEqual([0, ['1']]);

  // A later one shows that the next life has looked at all that there is.
  await ask('Bo');
  const last = await TranslatorUnderTest.start(test.database, 'lenient');
  // A bound for what hangs, no claim about speed: a thread is started.
  await waitFor(async () => (await unannounced()) === 0, { timeout: 240_000 });
  await last.close();
  expect(await announced()).toEqual(['1', '2']);
});
