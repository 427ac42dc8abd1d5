import type { PaperText } from '@diglot/domain';
import { Verifier } from './verifier.ts';

const paper = (zh: string | null): PaperText => ({
  version: null,
  title: { en: 'Counting Birds from the Roof', zh: '从屋顶上数鸟' },
  authors: [],
  link: 'https://arxiv.org/pdf/2511.00001',
  abstract: { en: 'We train a model with 7B parameters on bird calls and count 120 birds in each of 30 nights.', zh },
});
const verifier = new Verifier();

it('judges nothing where no Chinese is printed', () => {
  expect(verifier.judge(paper(null)).abstract).toBeNull();
});

it('judges each text with the engine and the lexicon that it names', () => {
  const good = verifier.judge(paper('我们用鸟鸣训练了一个70亿参数的模型，并在30个夜晚中每晚数出120只鸟。'));
  expect(good).toMatchObject({ title: { verdict: 'accept' }, abstract: { verdict: 'accept' } });
  expect(good.abstract?.engine).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
  const wrong = verifier.judge(paper('我们用鸟鸣训练了一个7亿参数的模型，并在30个夜晚中每晚数出120只鸟。'));
  expect(wrong.abstract?.issues.map(({ code }) => code)).toContain('number');
});

it('judges the same pair once, and another source or target anew', () => {
  const zh = '我们用鸟鸣训练了一个70亿参数的模型，并在30个夜晚中每晚数出120只鸟。';
  const first = verifier.judge(paper(zh)).abstract;
  expect(verifier.judge(paper(zh)).abstract).toBe(first);
  expect(verifier.judge(paper(`${zh}完。`)).abstract).not.toBe(first);
  const other = { ...paper(zh), abstract: { en: 'We count 121 birds.', zh } };
  expect(verifier.judge(other).abstract).not.toBe(first);
});
