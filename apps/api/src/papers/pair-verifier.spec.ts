import { setImmediate } from 'node:timers/promises';
import { DiglotError, type FieldState, type PaperState } from '@diglot/domain';
import { Aligner } from './aligner.ts';
import { PairVerifier } from './pair-verifier.ts';

const EN = 'We train a network on 14 tasks. It is better than others on 3 of them.';
const ZH = '我们在14个任务上训练网络。它在其中3个任务上优于其他方法。';

describe('PairVerifier', () => {
  const verifier = new PairVerifier();
  afterAll(() => verifier.onApplicationShutdown());

  it('leaves the loop to others while it looks at a text', async () => {
    const short = await verifier.verify({ source: EN, target: ZH, genre: 'abstract' });
    expect(short.alignment).toHaveLength(2);
    let isDone = false;
    const looking = verifier
      .verify({ source: EN.repeat(100), target: ZH.repeat(200), genre: 'abstract' })
      .finally(() => (isDone = true));
    let turns = 0;
    for (; !isDone; turns += 1) await setImmediate();
    expect((await looking).issues.length).toBeGreaterThan(0);
    // On the loop it would be done within the first turn.
    expect(turns).toBeGreaterThan(10);
  });
});

describe('Aligner', () => {
  const field = (en: string, zh: string | null) => ({ en, zh }) as FieldState;
  const paper = { title: field('A title', null), abstract: field(EN, ZH) } as PaperState;
  const failing = (thrown: Error): Aligner =>
    new Aligner({ verify: () => Promise.reject(thrown) } as unknown as PairVerifier);

  it('says which sentences belong together', async () => {
    const verifier = new PairVerifier();
    const { title, abstract } = await new Aligner(verifier).align(paper);
    expect(title).toEqual([]);
    expect(abstract.map(({ en, zh }) => [en && EN.slice(...en), zh && ZH.slice(...zh)])).toEqual([
      ['We train a network on 14 tasks.', '我们在14个任务上训练网络。'],
      ['It is better than others on 3 of them.', '它在其中3个任务上优于其他方法。'],
    ]);
    await verifier.onApplicationShutdown();
  });

  it('leaves a text whole that is too much for the engine, so that it can be read', async () => {
    const { abstract } = await failing(new DiglotError('DIGLOT_THREAD_CRASHED', 'no answer')).align(paper);
    expect(abstract).toEqual([{ en: [0, EN.length], zh: [0, ZH.length] }]);
    await expect(failing(new Error('a bug')).align(paper)).rejects.toThrow('a bug');
  });
});
