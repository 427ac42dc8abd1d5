import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

let asked: Promise<string> | undefined;

/**
 * The address of the PostgreSQL that this test run shares; started when the first test asks. Its role may do everything, its
 * data are not kept safe (no fsync). Most want {@link testDatabase}.
 */
export async function testPostgres(): Promise<string> {
  asked ??= ask();
  return await asked;
}

async function ask(): Promise<string> {
  const port = Number(process.env['DIGLOT_TEST_POSTGRES_DOOR']);
  if (!port) throw new Error('no test run: the global setup of jest.preset.mjs starts PostgreSQL');
  const answer = JSON.parse(await text(connect(port, '127.0.0.1'))) as { url?: string; error?: string };
  if (answer.url === undefined) throw new Error(answer.error ?? 'no answer from the global setup');
  return answer.url;
}
