import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, waitFor, type TemporaryFolder } from '@diglot/testing';
import { readers } from './services.ts';
import { writeDigests } from './testing/generated-digests.ts';
import { StandaloneProcess, fetchJson } from './testing/standalone-process.ts';

let folder: TemporaryFolder;
const started: StandaloneProcess[] = [];

beforeEach(async () => {
  folder = await temporaryFolder('standalone');
});
afterEach(async () => {
  for (const { node } of started.splice(0)) if (node.isRunning) await node.kill('SIGTERM');
  await folder.remove();
});

const data = (): string => join(folder.path, 'data');
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): StandaloneProcess {
  const process = new StandaloneProcess(['--data', data(), ...args], { DIGLOT_PORT: '0', ...env });
  started.push(process);
  return process;
}

describe('a start', () => {
  it('takes the sources that a configuration file names: folders and git repositories', async () => {
    const lab = join(folder.path, 'lab');
    await writeDigests(lab, 2, 3);
    const work = join(folder.path, 'work');
    await writeDigests(join(work, 'digests'), 2, 3);
    const git = (...args: string[]) => execFileSync('git', ['-C', work, ...args], { stdio: 'ignore' });
    git('init', '--initial-branch=main');
    git('add', '--all');
    git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '--message=today');
    const sources = [
      { kind: 'folder', folder: 'lab', ignore: ['2-Nov-2025'] },
      { kind: 'git', name: 'colleagues', address: `file://${work}`, include: ['digests/1-Nov-2025/*'] },
    ];
    const file = join(folder.path, 'diglot.config.json');
    await writeFile(file, `// What we read.\n${JSON.stringify({ sources })}`);
    const running = start(['--config', file]);
    const status = await running.waitForStatus(({ entries, inFlight }) => entries === 12 && inFlight === 0);
    // Both hold the same file, once each.
    expect(status).toMatchObject({ digests: { seen: 1 }, papers: 6, dead: 0 });
    expect(status.sources.map(({ name, problems }) => [name, problems])).toEqual([
      ['colleagues', 0],
      ['lab', 0],
    ]);
    expect(await running.node.kill('SIGTERM')).toEqual({ code: 0, signal: null });

    await writeFile(file, JSON.stringify({ sources: [{ kind: 'folder' }] }));
    const broken = start(['--config', file]);
    expect(await broken.node.exited).toMatchObject({ code: 1 });
    expect(broken.node.output).toMatch(/DIGLOT_CONFIG_INVALID: .*diglot\.config\.json:1, field sources\.0\.folder/);
  });

  it('counts and narrows by what the templates of a source read from paths, also once they are changed', async () => {
    await writeDigests(join(folder.path, 'lab'), 2, 3);
    const file = join(folder.path, 'diglot.config.json');
    const configure = (...paths: string[]): Promise<void> =>
      writeFile(file, JSON.stringify({ sources: [{ kind: 'folder', folder: 'lab', paths }] }));
    const facets = async (running: StandaloneProcess) => {
      await running.waitForStatus(({ papers, inFlight }) => papers === 6 && inFlight === 0);
      const { categories, topics } = await fetchJson<Record<string, object[]>>(`${await running.address()}/api/facets`);
      return { categories, topics };
    };
    await configure('{date}/{category}.md');
    const first = start(['--config', file]);
    expect(await facets(first)).toEqual({
      categories: [
        { value: 'topic-0', count: 6 },
        { value: 'topic-1', count: 6 },
      ],
      topics: [],
    });
    const narrowed = `${await first.address()}/api/papers?category=topic-1&limit=2`;
    expect(await fetchJson(narrowed)).toMatchObject({ items: [{ categories: ['topic-0', 'topic-1'] }, {}] });
    const paper = await fetchJson<{ occurrences: object[] }>(`${await first.address()}/api/papers/2511.00000`);
    expect(paper.occurrences).toMatchObject([{ category: 'topic-1' }, { category: 'topic-0', topic: null }]);
    expect(await first.node.kill('SIGTERM')).toEqual({ code: 0, signal: null });

    await configure('1-Nov-{category}/**', '**/{topic}-1.md');
    const second = start(['--config', file]);
    const restated = JSON.stringify({
      categories: [{ value: '2025', count: 6 }],
      topics: [{ value: 'topic', count: 6 }],
    });
    await waitFor(async () => JSON.stringify(await facets(second)) === restated, {
      timeout: 240_000,
      interval: 200,
    });
  });

  it('ingests the examples unless told not to, and tells its figures', async () => {
    const running = start([]);
    const status = await running.status();
    expect(status.papers).toBeGreaterThan(10);
    expect(status).toMatchObject({ dead: 0, inFlight: 0 });
    const metrics = await (await fetch(`${await running.address()}/metrics`)).text();
    for (const { consumer, topic } of readers) {
      expect(metrics).toContain(`diglot_receipts{consumer="${consumer}",status="dead",service="standalone"} 0`);
      expect(metrics).toContain(
        `diglot_outbox_unread_rows{reader="${consumer}",topic="${topic}",service="standalone"} 0`,
      );
      expect(metrics).toMatch(new RegExp(`diglot_events_total{consumer="${consumer}",service="standalone"} [1-9]`));
    }
  });

  it('waits for a folder that is not there yet', async () => {
    const digests = join(folder.path, 'later');
    const running = start(['--no-examples', '--watch', digests]);
    expect((await running.status()).problems.latest).toMatchObject([{ code: 'DIGLOT_SOURCE_MISSING' }]);
    await writeDigests(digests, 2, 1);
    await running.waitForStatus(({ papers, problems }) => papers === 2 && problems.count === 0);
  });
});

describe('a start that cannot be', () => {
  const expectEnd = async (
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    code: RegExp,
  ): Promise<void> => {
    const process = start(args, env);
    expect(await process.node.exited).toEqual({ code: 1, signal: null });
    expect(process.node.output).toMatch(code);
  };

  it('names a port that is in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expectEnd(['--port', String(port)], {}, /DIGLOT_PORT_IN_USE: .*in use/);
    await new Promise((resolve) => void server.close(resolve));
  });

  it('names everything that is wrong with its settings', async () => {
    await expectEnd(
      [],
      { DIGLOT_LOG_LEVEL: 'loud', DIGLOT_POOL_SIZE: 'big' },
      /DIGLOT_CONFIG_INVALID.*DIGLOT_LOG_LEVEL.*DIGLOT_POOL_SIZE/s,
    );
    await expectEnd(['--prot', '1'], {}, /DIGLOT_CONFIG_INVALID.*--prot/s);
  });

  it('names the process that holds its data folder, and leaves that one alone', async () => {
    const first = start(['--no-examples']);
    await first.address();
    await expectEnd(['--no-examples'], {}, new RegExp(`DIGLOT_DATA_LOCKED.*${first.node.pid}`));
    expect(await first.status()).toMatchObject({ papers: 0 });
  });

  it('refuses the data of a newer version', async () => {
    await mkdir(data());
    await writeFile(join(data(), 'version'), '999\n');
    await expectEnd(['--no-examples'], {}, /DIGLOT_DATA_NEWER/);
  });
});
