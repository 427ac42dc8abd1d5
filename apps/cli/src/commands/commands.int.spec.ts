import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { temporaryFolder, type TemporaryFolder } from '@diglot/testing';
import type { Terminal } from '../terminal.ts';
import { reVerifyCommand } from './re-verify.command.ts';
import { redriveCommand } from './redrive.command.ts';
import { replayCommand } from './replay.command.ts';

const TOKEN = 'a'.repeat(43);

/** What stands for the API here; apps/api and apps/standalone test the commands themselves. */
let server: Server;
let answer: { status: number; body: object };
let asked: { url: string; authorization: string; body: unknown }[];
let folder: TemporaryFolder;

beforeAll(async () => {
  folder = await temporaryFolder('cli');
  await writeFile(join(folder.path, 'token'), `${TOKEN}\n`);
  server = createServer((request, response) => {
    void (async () => {
      const { url = '', headers } = request;
      asked.push({ url, authorization: headers.authorization ?? '', body: JSON.parse(await text(request)) });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await folder.remove();
});
beforeEach(() => {
  asked = [];
});

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function run(make: (terminal: Terminal) => Command, ...args: string[]): Promise<string> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  await make({ print, complain: print }).parseAsync([...args, '--url', address()], { from: 'user' });
  return lines.join('\n');
}

it('a replay is asked for with the token of the file, and a reason', async () => {
  answer = { status: 200, body: { dryRun: false, count: 3, replayId: 'an-id' } };
  const tokenFile = join(folder.path, 'token');
  const output = await run(replayCommand, '--from', '2025-11-04', '--source', 'lab', '--token-file', tokenFile);
  expect(output).toBe('3 digests are read again; replay an-id');
  const reason: unknown = expect.stringMatching(/^asked for by .+ at a terminal$/);
  const body = { from: '2025-11-04', source: 'lab', dryRun: false, reason };
  expect(asked).toEqual([{ url: '/api/replay', authorization: `Bearer ${TOKEN}`, body }]);
});

it('a data folder says where it is and what its token is', async () => {
  answer = { status: 200, body: { dryRun: false, count: 3, generation: 2 } };
  await writeFile(join(folder.path, 'address'), `${address()}\n`);
  const lines: string[] = [];
  const command = reVerifyCommand({ print: (line) => void lines.push(line), complain: () => {} });
  await command.parseAsync(['--data', folder.path], { from: 'user' });
  expect(lines).toEqual(['the texts of 3 entries are judged again; generation 2']);
  expect(asked).toMatchObject([{ url: '/api/re-verify', authorization: `Bearer ${TOKEN}` }]);
});

it('a data folder that nothing runs on is said to be so, and what is usual is not taken instead', async () => {
  const command = reVerifyCommand({ print: () => {}, complain: () => {} });
  const none = join(folder.path, 'none');
  await expect(command.parseAsync(['--data', none], { from: 'user' })).rejects.toThrow(
    `DIGLOT_BUS_UNAVAILABLE: no Diglot runs on ${none}`,
  );
  await expect(run(reVerifyCommand, '--data', none)).rejects.toThrow(/DIGLOT_TOKEN_REQUIRED: .*none\/token/);
  expect(asked).toEqual([]);
});

it('a dry run only asks', async () => {
  answer = { status: 200, body: { dryRun: true, count: 2007, generation: null } };
  const output = await run(reVerifyCommand, '--dry-run', '--token', TOKEN, '--reason', 'a newer engine');
  expect(output).toBe('the texts of 2007 entries would be judged again');
  expect(asked[0]?.body).toEqual({ dryRun: true, reason: 'a newer engine' });
});

it('what is refused is told with its code', async () => {
  answer = { status: 403, body: { error: { code: 'DIGLOT_TOKEN_REQUIRED', detail: 'the token is wrong' } } };
  await expect(run(reVerifyCommand, '--token', TOKEN)).rejects.toThrow('DIGLOT_TOKEN_REQUIRED: the token is wrong');
});

it('a redrive must say which dead letters it means', async () => {
  answer = { status: 200, body: { dryRun: false, count: 1 } };
  await expect(run(redriveCommand, '--token', TOKEN)).rejects.toThrow('DIGLOT_REQUEST_INVALID: say which');
  await expect(run(redriveCommand, '--token', TOKEN, '--all', 'x')).rejects.toThrow('say which');
  expect(asked).toEqual([]);
  expect(await run(redriveCommand, '--token', TOKEN, 'id', '--code', 'DIGLOT_BUG')).toBe(
    '1 dead letters are tried again',
  );
  expect(asked[0]?.body).toMatchObject({ eventIds: ['id'], code: 'DIGLOT_BUG' });
});

it('without a token, it is said where one is', async () => {
  const missing = join(folder.path, 'none');
  await expect(run(redriveCommand, '--all', '--token-file', missing)).rejects.toThrow(
    `DIGLOT_TOKEN_REQUIRED: ${missing} cannot be read`,
  );
});

it('a Diglot that is not there is said to be so', async () => {
  const args = ['--token', TOKEN, '--all', '--url', 'http://127.0.0.1:1'];
  const command = redriveCommand({ print: () => {}, complain: () => {} });
  await expect(command.parseAsync(args, { from: 'user' })).rejects.toThrow('no Diglot answers at http://127.0.0.1:1');
});
