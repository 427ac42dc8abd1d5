import { parseArxivReference, type PaperText } from '@diglot/domain';
import { compareSidecar } from './compare-sidecar.ts';

const TEXT: PaperText = {
  version: null,
  title: { en: 'A Title', zh: '一个标题' },
  authors: ['A. Author'],
  link: 'https://arxiv.org/pdf/2511.00001',
  abstract: { en: 'One.\nTwo.', zh: '一。二。' },
};
const id = (number: number) => {
  const reference = parseArxivReference(`2511.${String(number).padStart(5, '0')}`);
  if (!reference) throw new Error('not an id');
  return reference.id;
};
const record = (number: number, changes: Partial<PaperText> = {}) => ({
  arxivId: id(number),
  paper: { ...TEXT, ...changes },
});
const entry = (number: number, changes: Partial<PaperText> = {}, ordinal = 1) => ({
  ...TEXT,
  ...changes,
  arxivId: id(number),
  ordinal,
  line: 1,
});
const SAME = { onlyInSidecar: 0, onlyInDigest: 0, texts: 0, cases: [] };

it('finds nothing where both print the same, whatever the order, the links and the white space', () => {
  const spaced = { abstract: { en: 'One. Two.', zh: ' 一。二。\r\n' }, link: 'https://arxiv.org/abs/2511.00001' };
  expect(compareSidecar([record(1, spaced), record(2)], [entry(2), entry(1)])).toEqual({
    ...SAME,
    records: 2,
    entries: 2,
  });
  expect(compareSidecar([], [])).toEqual({ ...SAME, records: 0, entries: 0 });
});

it('counts papers that only one of them has, also where one stands twice', () => {
  expect(compareSidecar([record(1), record(3)], [entry(1), entry(1, {}, 2), entry(2)])).toEqual({
    records: 2,
    entries: 3,
    onlyInSidecar: 1,
    onlyInDigest: 2,
    texts: 0,
    cases: ['2511.00003: not in the digest', '2511.00001: not in the sidecar', '2511.00002: not in the sidecar'],
  });
});

it('names the texts that differ', () => {
  const other = { title: { en: 'Another', zh: '一个标题' }, abstract: { en: 'One.\nTwo.', zh: null } };
  expect(compareSidecar([record(1, other)], [entry(1)])).toMatchObject({
    texts: 1,
    cases: ['2511.00001: title, abstract-zh'],
  });
});

it('lists the first ten and counts all', () => {
  const records = Array.from({ length: 12 }, (_, index) => record(index + 1));
  const comparison = compareSidecar(records, []);
  expect(comparison).toMatchObject({ onlyInSidecar: 12 });
  expect(comparison.cases).toHaveLength(10);
});
