import type { PaperText } from '@diglot/domain';
import { startJudgingThreads } from './judging-threads.ts';
import { Verifier } from './verifier.ts';

const ZH = '我们用鸟鸣训练了一个70亿参数的模型，并在30个夜晚中每晚数出120只鸟。';
const paper = (zh: string | null): PaperText => ({
  version: null,
  title: { en: 'Counting Birds from the Roof', zh: '从屋顶上数鸟' },
  authors: [],
  link: 'https://arxiv.org/pdf/2511.00001',
  abstract: { en: 'We train a model with 7B parameters on bird calls and count 120 birds in each of 30 nights.', zh },
});
const verifier = new Verifier(startJudgingThreads());

afterAll(() => verifier.onApplicationShutdown());

it('judges nothing where no Chinese is printed', async () => {
  expect((await verifier.judge(paper(null))).abstract).toBeNull();
});

it('judges each text with the engine and the lexicon that it names', async () => {
  const good = await verifier.judge(paper(ZH));
  expect(good).toMatchObject({ title: { verdict: 'accept' }, abstract: { verdict: 'accept' } });
  expect(good.abstract?.engine).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
  const wrong = await verifier.judge(paper(ZH.replace('70亿', '7亿')));
  expect(wrong.abstract?.issues.map(({ code }) => code)).toContain('number');
});

it('judges the same pair once, and another source or target anew', async () => {
  const [first, same] = await Promise.all([verifier.judge(paper(ZH)), verifier.judge(paper(ZH))]);
  expect(same.abstract).toBe(first.abstract);
  expect((await verifier.judge(paper(`${ZH}完。`))).abstract).not.toBe(first.abstract);
  const other = { ...paper(ZH), abstract: { en: 'We count 121 birds.', zh: ZH } };
  expect((await verifier.judge(other)).abstract).not.toBe(first.abstract);
});

it('leaves the loop to others while it judges a megabyte', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  const verdict = await verifier.judge(paper('一只鸟在屋顶上。'.repeat(125_000)));
  clearInterval(timer);
  expect(verdict.abstract?.verdict).not.toBe('accept');
  expect(ticks).toBeGreaterThan(5);
});
