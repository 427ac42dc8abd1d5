import { runInTurns, Turn } from './give-way.ts';

/** Keeps the processor busy; a slow machine is busy for longer, which gives way no less. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** How often others had their turn while something ran. */
async function turnsDuring(run: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await run();
  isOver = true;
  return turns;
}

describe('giving way', () => {
  it('others have their turn again and again while steps are worked off, and the result comes last', async () => {
    const steps = function* (): Generator<undefined, string, undefined> {
      for (let step = 0; step < 40; step += 1) {
        work(4);
        yield;
      }
      return 'done';
    };
    let result = '';
    const turns = await turnsDuring(async () => {
      result = await runInTurns(steps());
    });
    expect(result).toBe('done');
    expect(turns).toBeGreaterThanOrEqual(10);
  });

  it('what the work throws is thrown', async () => {
    const steps = function* (): Generator<undefined, number, undefined> {
      yield;
      throw new RangeError('broken');
    };
    await expect(runInTurns(steps())).rejects.toThrow('broken');
  });

  it('a turn is over after some milliseconds, and begins again when it was given', async () => {
    const turn = new Turn();
    work(11);
    expect(turn.isOver).toBe(true);
    await turn.giveWay();
    expect(await turnsDuring(() => turn.giveWay())).toBeGreaterThanOrEqual(1);
  });
});
