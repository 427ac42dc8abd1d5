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

const withServers = (await kafkaCanBeHad()) && (await redisCanBeHad()) ? describe : describe.skip;

const LAUNCHER = new URL('./launcher.fixture.ts', import.meta.url);
const STANDALONE = fileURLToPath(new URL('../../../apps/standalone/src/main.ts', import.meta.url));
/** `6 digests (5 with entries), …`, the last line before the address of the page. */
const SUMMARY = /^(\d+ digests? \(.*)\n+The page: (\S+)/m;

withServers('npm run stack', () => {
  let folder: TemporaryFolder;
  let stack: SpawnedNode;
  let page: string;

  const run = (...args: string[]): SpawnedNode =>
    spawnNode(LAUNCHER, { args: [...args, '--native', '--data', folder.path], env: { INIT_CWD: '' } });
  const outputOf = async (command: SpawnedNode): Promise<{ code: number | null; output: string }> => {
    const { code } = await command.exited;
    return { code, output: command.output };
  };

  beforeAll(async () => {
    folder = await temporaryFolder('stack');
    stack = run('--port', String(await findFreePort()), '--scale', 'parser=2');
    [, , page = ''] = await stack.waitForOutput(SUMMARY, 220_000);
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
    const [, summary] = await embedded.waitForOutput(SUMMARY, 120_000);
    await embedded.kill('SIGTERM');
    expect(stack.output).toContain(summary);
    const status: unknown = await (await fetch(`${page}/api/status`)).json();
    expect(status).toMatchObject({ profile: 'stack', inFlight: 0, dead: 0, readiness: { ready: true } });
  });

  test('says where everything listens, and what is healthy', async () => {
    const { code, output } = await outputOf(run('status'));
    for (const name of ['postgres', 'kafka', 'redis', 'watcher-1', 'parser-2', 'translator-1', 'indexer-1', 'api-1']) {
      expect(output).toMatch(new RegExp(`^${name} .*healthy$`, 'm'));
      expect(stack.output).toContain(name);
    }
    expect(output).toContain(page);
    expect(code).toBe(0);
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
    const { output } = await outputOf(run('status'));
    const [, pid] = /^api-1\s+process (\d+)/m.exec(output) ?? [];
    process.kill(Number(pid), 'SIGKILL');
    const again = await waitFor(
      async () => /^api-1\s+process (\d+).*restarted 1×\s+healthy$/m.exec((await outputOf(run('status'))).output),
      { timeout: 120_000, what: 'the restart' },
    );
    expect(again[1]).not.toBe(pid);
  });

  test('down ends all of it, in order, and then nothing runs', async () => {
    const down = await outputOf(run('down'));
    expect(down).toMatchObject({ code: 0, output: expect.stringMatching(/^Ended: .*postgres.*api-1/) });
    expect(await stack.exited).toEqual({ code: 0, signal: null });
    expect((await outputOf(run('status'))).output).toMatch(/^Nothing runs on/);
    expect((await outputOf(run('logs', 'kafka'))).output).toContain('Kafka Server started');
  });
});
