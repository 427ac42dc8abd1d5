import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { execPath } from 'node:process';
import { MemoryWatch } from './memory-watch.ts';

/** Far more than such a process has by itself. Pages count as resident only once something is written to them. */
const SWELLS = `
  process.stdin.once('data', () => {
    globalThis.kept = Buffer.alloc(${256 * 2 ** 20}, 1);
    process.stdout.write('has swollen');
  });
  process.stdout.write('is there');
`;
let parser: ChildProcess;

/** A process of its own: that of the tests holds garbage that it may give back at any moment. */
beforeEach(async () => {
  parser = spawn(execPath, ['-e', SWELLS], { stdio: ['pipe', 'pipe', 'inherit'] });
  await said();
});
afterEach(async () => {
  const ended = once(parser, 'exit');
  parser.kill();
  await ended;
});

const said = async (): Promise<unknown> => await once(parser.stdout!, 'data');
const swell = async (): Promise<void> => {
  parser.stdin?.write('now');
  await said();
};

/** Watches it for so many runs. */
function watchOf(runs: number): MemoryWatch {
  const { pid } = parser;
  const watch = new MemoryWatch({ instances: (service: string) => (service === 'parser' ? [{ pid }] : []) } as never);
  for (let run = 0; run < runs; run += 1) watch.note();
  return watch;
}

it('judges nothing before it knows the level', async () => {
  const watch = watchOf(6);
  await swell();
  expect(await watch.judge(0)).toMatchObject({ judged: 'nothing', grown: [] });
});

it('judges the sum after a few runs, and each service after many', async () => {
  expect(await watchOf(59).judge(0)).toMatchObject({ judged: 'the sum', grown: [] });
  expect(await watchOf(60).judge(0)).toMatchObject({ judged: 'each service', grown: [] });
});

it('finds a process that has swollen', async () => {
  const watch = watchOf(60);
  await swell();
  const { grown } = await watch.judge(0);
  expect(grown.map(({ service }) => service)).toEqual(['parser']);
});
