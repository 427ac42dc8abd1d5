import { readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '@diglot/platform';
import {
  kafkaCanBeHad,
  redisCanBeHad,
  type SpawnedNode,
  spawnNode,
  type TemporaryFolder,
  temporaryFolder,
  waitFor,
} from '@diglot/testing';
import { readStackRecord } from './native/stack-record.ts';

const withServers = (await kafkaCanBeHad()) && (await redisCanBeHad()) ? describe : describe.skip;

const LAUNCHER = new URL('./launcher.fixture.ts', import.meta.url);
const STANDALONE = fileURLToPath(new URL('../../../apps/standalone/src/main.ts', import.meta.url));
const CLI = fileURLToPath(new URL('../../../apps/cli/src/main.ts', import.meta.url));
/** `6 digests (5 with entries), …`, the last line before the address of the page. */
const SUMMARY = /^(\d+ digests? \(.*)\n+The page: (\S+)/m;

withServers('npm run stack', () => {
  let folder: TemporaryFolder;
  let stack: SpawnedNode;
  let page: string;

  const run = (...args: string[]): SpawnedNode =>
    spawnNode(LAUNCHER, { args: [...args, '--native', '--data', folder.path], env: { INIT_CWD: '' } });
  const diglot = (...args: string[]): SpawnedNode =>
    spawnNode(CLI, { args: [...args, '--data', folder.path], env: { INIT_CWD: '' } });
  const pidsOf = async (names: readonly string[]): Promise<number[]> => {
    const record = await readStackRecord(folder.path);
    return names.map((name) => record?.units.find((unit) => unit.name === name)?.pid ?? Number.NaN);
  };
  const outputOf = async (command: SpawnedNode): Promise<{ code: number | null; output: string }> => {
    const { code } = await command.exited;
    return { code, output: command.output };
  };

  /** What `status` says once all are well: a machine that does much else may answer too late now and then. */
  const healthy = async (): Promise<string> => {
    const look = async (): Promise<string> => {
      const { code, output } = await outputOf(run('status'));
      if (code !== 0) throw new Error(output);
      return output;
    };
    return await waitFor(look, { timeout: 120_000, what: 'the health of all' });
  };

  beforeAll(async () => {
    folder = await temporaryFolder('stack');
    stack = run('--port', String(await findFreePort()), '--scale', 'parser=2');
    [, , page = ''] = await stack.waitForOutput(SUMMARY, 400_000);
  });
  afterAll(async () => {
    if (stack.isRunning) await stack.kill('SIGTERM');
    await folder.remove();
  });

  test('comes to the figures of npm start', async () => {
    const embedded = spawnNode(STANDALONE, {
      args: ['--data', `${folder.path}-embedded`],
      env: { INIT_CWD: '', DIGLOT_PORT: '0' },
    });
    const [, summary] = await embedded.waitForOutput(SUMMARY, 240_000);
    await embedded.kill('SIGTERM');
    expect(stack.output).toContain(summary);
    const status = await waitFor(async () => {
      const found = (await (await fetch(`${page}/api/status`)).json()) as { readiness: { ready: boolean } };
      return found.readiness.ready ? found : null;
    });
    expect(status).toMatchObject({ profile: 'stack', inFlight: 0, dead: 0, readiness: { ready: true } });
  });

  test('says where everything listens, and what is healthy', async () => {
    const output = await healthy();
    for (const name of ['postgres', 'kafka', 'redis', 'watcher-1', 'parser-2', 'translator-1', 'indexer-1', 'api-1']) {
      expect(output).toMatch(new RegExp(`^${name} .* healthy$`, 'm'));
      expect(stack.output).toContain(name);
    }
    expect(output).toContain(page);
    for (const name of ['watcher-1', 'parser-1', 'parser-2', 'translator-1', 'indexer-1']) {
      const [, probes = ''] = new RegExp(`^${name} .*health and metrics: (http:\\S+)`, 'm').exec(output) ?? [];
      expect(stack.output).toContain(probes);
      // A member of a group whose machine does much else may have to join again.
      expect(await waitFor(async () => (await fetch(`${probes}/readyz`)).ok)).toBe(true);
      expect(await (await fetch(`${probes}/metrics`)).text()).toContain('diglot_');
    }
  });

  test('a server that hangs is unhealthy, though its process is there', async () => {
    const servers = ['postgres', 'kafka', 'redis'];
    const pids = await pidsOf(servers);
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    try {
      const { code, output } = await outputOf(run('status'));
      for (const name of servers) {
        expect(output).toMatch(new RegExp(`^${name} .* unhealthy: no answer within \\d+ s$`, 'm'));
      }
      expect(code).toBe(1);
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    }
    await healthy();
    expect(await pidsOf(servers)).toEqual(pids);
  });

  test('commands find address and token in the data folder, and the screen says where, not what', async () => {
    const file = join(folder.path, 'token');
    expect(stack.output).toContain(`The token of commands: ${file}\n`);
    expect(stack.output).not.toContain((await readFile(file, 'utf8')).trim());
    await writeFile(join(folder.path, 'note.md'), 'Dear colleague,\n');
    const [replay, ingest, status] = await Promise.all([
      outputOf(diglot('replay', '--from', '2000-01-01', '--dry-run')),
      outputOf(diglot('ingest', join(folder.path, 'note.md'), '--source', 'notes', '--json')),
      outputOf(diglot('status')),
    ]);
    expect(replay.output).toMatch(/^[1-9]\d* digests would be read again$/m);
    expect(ingest.output).toContain('"files":1');
    expect(status.output).toMatch(/in flight/);
  });

  test('shows what a service has logged', async () => {
    const { code, output } = await outputOf(run('logs', 'kafka'));
    expect(output).toContain('Kafka Server started');
    expect(code).toBe(0);
    expect((await outputOf(run('logs', 'topics'))).output).toContain('arxiv.paper.state.v1');
    const unknown = await outputOf(run('logs', 'nobody'));
    expect(unknown.output).toMatch(/DIGLOT_CONFIG_INVALID: there is no nobody.*postgres, kafka, redis, migrate/);
    expect(unknown.code).toBe(1);
  });

  test('a killed service comes back, and status says so', async () => {
    const [, pid] = /^api-1\s+process (\d+)/m.exec(await healthy()) ?? [];
    process.kill(Number(pid), 'SIGKILL');
    const look = async (): Promise<RegExpExecArray> => {
      const { output } = await outputOf(run('status'));
      const again = /^api-1\s+process (\d+).*restarted 1×\s+healthy$/m.exec(output);
      if (again === null) throw new Error(output);
      return again;
    };
    const again = await waitFor(look, { timeout: 120_000, what: 'the restart' });
    expect(again[1]).not.toBe(pid);
  });

  test('down ends all of it, in order, and then nothing runs', async () => {
    const down = await outputOf(run('down'));
    expect(down).toMatchObject({ code: 0, output: expect.stringMatching(/^Ended: .*postgres.*api-1/) });
    expect(await stack.exited).toEqual({ code: 0, signal: null });
    expect((await outputOf(run('status'))).output).toMatch(/^Nothing runs on/);
    expect((await outputOf(run('logs', 'kafka'))).output).toContain('Kafka Server started');
  });

  test('nobody starts an embedded Diglot on what is left', async () => {
    const refusal = /DIGLOT_DATA_UNUSABLE: .* holds the data of a Diglot that `npm run stack` runs/;
    const ingest = await outputOf(diglot('ingest', join(folder.path, 'note.md')));
    expect(ingest.output).toMatch(refusal);
    const embedded = await outputOf(spawnNode(STANDALONE, { args: ['--data', folder.path], env: { INIT_CWD: '' } }));
    expect(embedded).toMatchObject({ code: 1, output: expect.stringMatching(refusal) });
    expect(await readlink(join(folder.path, 'token'))).toBe(join('volumes', 'api-data', 'token'));
  });
});
