import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** The doors that runtime/global-setup.mjs opens. */
export type DoorName = 'POSTGRES' | 'KAFKA' | 'REDIS';

const answers = new Map<DoorName, Promise<string>>();

/** The address of a server that this test run shares; it is started when the first test asks. */
export async function knock(name: DoorName): Promise<string> {
  const asked = answers.get(name) ?? ask(name);
  answers.set(name, asked);
  return await asked;
}

async function ask(name: DoorName): Promise<string> {
  const port = Number(process.env[`DIGLOT_TEST_${name}_DOOR`]);
  if (!port) throw new Error(`no test run: the global setup of jest.preset.mjs starts ${name}`);
  const answer = JSON.parse(await text(connect(port, '127.0.0.1'))) as { url?: string; error?: string };
  if (answer.url === undefined) throw new Error(answer.error ?? 'no answer from the global setup');
  return answer.url;
}
