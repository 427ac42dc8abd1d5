import { parseDigest } from '../read-digest.ts';
import { findRemarks, withoutRemarks } from './remarks.ts';

const REMARK = '<!-- diglot-ignore number: the authors round -->';
const block = (before: string, between: string): string =>
  `${before}# Counting Birds \n\n**Title (ZH)**: 数鸟 \n\n**Authors**: A. Author  \n\n` +
  `**Link**: [PDF](https://arxiv.org/pdf/2511.00001)  \n\n**Abstract**: We count 120 birds. \n\n${between}` +
  '**Abstract (ZH)**: 我们数了120只鸟。 \n\n---\n';

const texts = (digest: string) =>
  parseDigest(digest, { path: 'a.md' }).entries.map(({ title, abstract }) => ({ title, abstract }));

it.each([
  ['before a block', block(`${REMARK}\n\n`, '')],
  ['before a field', block('', `${REMARK}\n\n`)],
  ['between blocks', block('', '') + block(`${REMARK}\n`, '')],
  ['with the line ends of Windows', block(`  ${REMARK}\n`, `${REMARK}\n\n`).replaceAll('\n', '\r\n')],
])('a remark %s is no text', (_, digest) => {
  const remarks = findRemarks(digest);
  expect(remarks.length).toBeGreaterThan(0);
  for (const { start, end } of remarks) expect(digest.slice(start, end).trim()).toBe(REMARK);
  const plain = block('', '');
  expect(texts(digest)[0]).toEqual(texts(plain)[0]);
  expect(parseDigest(digest, { path: 'a.md' }).diagnostics).toEqual([]);
  expect(withoutRemarks(digest)).toHaveLength(digest.length);
});

it('says the lines of remarks', () => {
  expect(findRemarks(`a\n${REMARK}\nb\n\n ${REMARK}`).map(({ line }) => line)).toEqual([2, 5]);
});

it('leaves other comments, and those within a line, as they are', () => {
  const text = `<!-- hello -->\nWe write ${REMARK} here\n<!-- diglot-ignore number: open\n`;
  expect(withoutRemarks(text)).toBe(text);
});
