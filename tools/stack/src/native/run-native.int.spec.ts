import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryFolder, temporaryFolder } from '@diglot/testing';
import { readCommandLine } from '../command-line.ts';
import { runNative } from './run-native.ts';

const job = (environment: string, needs: string): string =>
  `{ image: ours, command: [node, tools/stack/src/native/service.fixture.mjs, job], environment: ${environment}, depends_on: ${needs} }`;

/** The second job fails, so that the start ends by itself. */
const FILE = `
services:
  topics: ${job("{ WARNING: 'DIGLOT_TOPIC_DIFFERS: one is otherwise' }", '{}')}
  fails: ${job("{ EXIT_CODE: '4' }", '{ topics: { condition: service_completed_successfully } }')}
  late: { image: ours, command: [node], depends_on: { fails: { condition: service_completed_successfully } } }
`;

let folder: TemporaryFolder;
beforeAll(async () => void (folder = await temporaryFolder('run-native')));
afterAll(async () => await folder.remove());

test('the screen shows what a job warns of, and the code it is known by', async () => {
  const file = join(folder.path, 'compose.yml');
  await writeFile(file, FILE);
  const lines: string[] = [];
  const line = readCommandLine(['--data', join(folder.path, 'data')], folder.path, folder.path);
  const running = runNative(line, {}, (text) => void lines.push(text), { file });
  await expect(running).rejects.toThrow('DIGLOT_SERVICE_START: fails ended with 4');
  expect(lines).toContain('  ! topics: DIGLOT_TOPIC_DIFFERS: one is otherwise');
  expect(lines.indexOf('  ✓ topics')).toBeGreaterThan(0);
});
