import { pid } from 'node:process';
import { MemoryWatch } from './memory-watch.ts';

/** Services whose only process is this one, once it has swollen. */
function watchOf(runs: number, swell: () => void): MemoryWatch {
  const watch = new MemoryWatch({ instances: (service: string) => (service === 'parser' ? [{ pid }] : []) } as never);
  for (let run = 0; run < runs; run += 1) watch.note();
  swell();
  return watch;
}

const nothing = (): void => {};
let kept: Buffer[] = [];
afterEach(() => {
  kept = [];
});
/** Pages count as resident only once something is written to them. */
const swell = (mebibytes: number) => (): void => {
  kept.push(Buffer.alloc(mebibytes * 2 ** 20, 1));
};

it('judges nothing before it knows the level', async () => {
  expect(await watchOf(6, swell(64)).judge(0)).toMatchObject({ judged: 'nothing', grown: [] });
});

it('judges the sum after a few runs, and each service after many', async () => {
  expect(await watchOf(59, nothing).judge(0)).toMatchObject({ judged: 'the sum', grown: [] });
  expect(await watchOf(60, nothing).judge(0)).toMatchObject({ judged: 'each service', grown: [] });
});

it('finds a process that has swollen', async () => {
  const size = process.memoryUsage.rss() / 2 ** 20;
  const { grown } = await watchOf(60, swell(Math.ceil(size / 2) + 128)).judge(0);
  expect(grown.map(({ service }) => service)).toEqual(['parser']);
});
