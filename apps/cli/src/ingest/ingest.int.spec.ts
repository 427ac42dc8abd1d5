import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { spawnNode, temporaryFolder, waitFor, type SpawnedNode, type TemporaryFolder } from '@diglot/testing';
import { UploadGate } from './upload-gate.fixture.ts';

const CLI = new URL('../main.ts', import.meta.url);
const STANDALONE = new URL('../../../standalone/src/main.ts', import.meta.url);

let folder: TemporaryFolder;
let running: SpawnedNode[];

beforeEach(async () => {
  folder = await temporaryFolder('ingest');
  running = [];
});
afterEach(async () => {
  for (const each of running) if (each.isRunning) await each.kill('SIGTERM');
  await folder.remove();
});

const env = {
  INIT_CWD: '',
  DIGLOT_STABLE_MILLISECONDS: '50',
  DIGLOT_SCAN_SECONDS: '0.5',
  DIGLOT_POLL_MILLISECONDS: '100',
};
const data = (): string => join(folder.path, 'data');

function block(number: number, text = 'We count birds.'): string {
  const id = `2511.${String(number).padStart(5, '0')}`;
  return `# Counting, Part ${number} \n\n**Authors**: A. Author  \n\n**Link**: [PDF](https://arxiv.org/pdf/${id})  \n\n**Abstract**: ${text} \n\n---\n`;
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder.path, path)), { recursive: true });
  await writeFile(join(folder.path, path), content);
}

/** Runs `diglot ingest`. */
async function ingest(...args: string[]): Promise<{ code: number | null; totals: unknown; output: string }> {
  const child = spawnNode(CLI, { args: ['ingest', ...args, '--json'], env });
  running.push(child);
  const { code } = await child.exited;
  const last = child.output.split('\n').findLast((line) => line.startsWith('{'));
  return { code, totals: last === undefined ? null : (JSON.parse(last) as unknown), output: child.output };
}

async function start(...args: string[]): Promise<string> {
  const child = spawnNode(STANDALONE, { args: ['--data', data(), ...args], env: { ...env, DIGLOT_PORT: '0' } });
  running.push(child);
  const [, address = ''] = await child.waitForOutput(/The page: (http:\S+)/, 240_000);
  return address;
}

test('a folder goes into a running Diglot, once; what changed goes again, and what is bad is named', async () => {
  await write('old/4-Mar-2025/AI/README.md', block(1) + block(2));
  await write('old/5-Mar-2025/AI/README.md', block(2) + block(3));
  await write('old/letter.md', 'Dear colleague,\n\nplease find it attached.\n');
  await write('watched/a.md', block(9));
  const watched = join(folder.path, 'watched');
  const address = await start('--no-examples', '--watch', watched);
  const old = join(folder.path, 'old');
  const first = await ingest(old, '--data', data());
  expect(first.totals).toEqual({ files: 3, entries: 4, new: 3, changed: 0, unchanged: 0, bad: 1 });
  expect(first.output).toMatch(/DIGLOT_DIGEST_UNKNOWN_FORMAT: .*letter\.md/);
  expect(first.code).toBe(0);
  // It has waited: what it says is true at once.
  const status = (await (await fetch(`${address}/api/status`)).json()) as object;
  expect(status).toMatchObject({ entries: 5, papers: 4, dead: 1, inFlight: 0 });
  const list = (await (await fetch(`${address}/api/digests?source=old`)).json()) as { items: { date: string }[] };
  expect(list.items.map(({ date }) => date)).toEqual(['2025-03-05', '2025-03-04', null]);

  await write('old/5-Mar-2025/AI/README.md', block(3, 'We count them again.'));
  const second = await ingest(old, '--url', address, '--data', data());
  expect(second.totals).toEqual({ files: 3, entries: 3, new: 0, changed: 1, unchanged: 2, bad: 1 });

  const forget = spawnNode(CLI, { args: ['forget', 'old', '--data', data()], env });
  running.push(forget);
  expect(await forget.exited).toEqual({ code: 0, signal: null });
  expect(forget.output).toContain('3 digests of old are retracted.');
  expect(await (await fetch(`${address}/api/status`)).json()).toMatchObject({ entries: 1, papers: 1, inFlight: 0 });

  const refused = await ingest(old, '--source', 'watched', '--data', data());
  expect(refused.code).toBe(1);
  expect(refused.output).toMatch(/DIGLOT_SOURCE_CONFIGURED: "watched" is watched/);
});

test('a folder goes into the data folder of a Diglot that does not run, and is there when it does', async () => {
  for (let number = 0; number < 60; number += 1) await write(`old/${number}.md`, block(number));
  const into = await ingest(join(folder.path, 'old'), '--data', data());
  expect(into.totals).toEqual({ files: 60, entries: 60, new: 60, changed: 0, unchanged: 0, bad: 0 });
  expect(into.code).toBe(0);
  const address = await start('--no-examples');
  const status = (await (await fetch(`${address}/api/status`)).json()) as object;
  expect(status).toMatchObject({ digests: { seen: 60 }, entries: 60, papers: 60, inFlight: 0 });
  const again = await ingest(join(folder.path, 'old'), '--data', data());
  expect(again.totals).toMatchObject({ unchanged: 60 });
});

test('what was interrupted, by a kill or by Ctrl-C, goes on where it was, and sends nothing again that is there', async () => {
  const [files, passes] = [60, 20];
  for (const source of ['killed', 'stopped']) {
    for (let number = 0; number < files; number += 1) await write(`${source}/${number}.md`, block(number));
  }
  const address = await start('--no-examples');
  const held = async (source: string): Promise<number> => {
    const answer = await fetch(`${address}/api/digests?source=${source}&limit=500`);
    return ((await answer.json()) as { items: unknown[] }).items.length;
  };
  const begin = async (source: string): Promise<{ gate: UploadGate; child: SpawnedNode }> => {
    const gate = await UploadGate.open(address, passes);
    const args = ['ingest', join(folder.path, source), '--url', gate.address, '--data', data(), '--json'];
    const child = spawnNode(CLI, { args, env });
    running.push(child);
    await gate.full;
    return { gate, child };
  };
  const goOn = async (source: string): Promise<{ totals: unknown; sent: number }> => {
    const gate = await UploadGate.open(address, files);
    const { totals } = await ingest(join(folder.path, source), '--url', gate.address, '--data', data());
    gate.close();
    return { totals, sent: gate.uploads.length };
  };
  const rest = (there: number) => ({ new: files - there, changed: 0, unchanged: there, bad: 0 });

  const killed = await begin('killed');
  await killed.child.kill('SIGKILL');
  // The gate hands over what had passed it already.
  await waitFor(async () => (await held('killed')) === passes, { what: 'what passed' });
  expect(await goOn('killed')).toEqual({
    totals: { files, entries: files, ...rest(passes) },
    sent: files - passes,
  });
  killed.gate.close();

  const stopped = await begin('stopped');
  process.kill(stopped.child.pid, 'SIGINT');
  await stopped.child.waitForOutput(/Stopping: /);
  stopped.gate.release();
  expect(await stopped.child.exited).toEqual({ code: 130, signal: null });
  stopped.gate.close();
  const sent = stopped.gate.uploads.length;
  // No more than were on their way.
  expect(sent).toBeLessThanOrEqual(passes + 4);
  const lines = stopped.child.output.trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('DIGLOT_'))).toEqual([
    'DIGLOT_INTERRUPTED: what was handed over stays; run it again to go on',
  ]);
  expect(stopped.child.output).not.toMatch(/^ +at |Error:/m);
  const totals = JSON.parse(lines.at(-1) ?? 'null') as unknown;
  expect(totals).toEqual({ files: sent, entries: sent, new: sent, changed: 0, unchanged: 0, bad: 0 });
  await waitFor(async () => (await held('stopped')) === sent, { what: 'what was sent' });
  expect(await goOn('stopped')).toMatchObject({ totals: rest(sent), sent: files - sent });
});

test('a Diglot that is not there, and a token that is none, are named', async () => {
  await write('old/a.md', block(1));
  const nobody = await ingest(join(folder.path, 'old'), '--url', 'http://127.0.0.1:1', '--data', data());
  expect(nobody.code).toBe(1);
  expect(nobody.output).toMatch(/DIGLOT_TOKEN_REQUIRED: .*token.*--data/s);
  await write('data/token', 'x\n');
  const silent = await ingest(join(folder.path, 'old'), '--url', 'http://127.0.0.1:1', '--data', data());
  expect(silent.output).toMatch(/DIGLOT_BUS_UNAVAILABLE: no Diglot answers at http:\/\/127\.0\.0\.1:1/);
});

test('two files for one place are refused before anything is sent', async () => {
  await write('x/old/a.md', block(1));
  await write('y/old/a.md', block(2));
  const both = await ingest(join(folder.path, 'x/old'), join(folder.path, 'y/old'), '--url', 'http://127.0.0.1:1');
  expect(both.code).toBe(1);
  expect(both.output).toMatch(/DIGLOT_CONFIG_INVALID: .*would both be a\.md of the source "old"/);
});
