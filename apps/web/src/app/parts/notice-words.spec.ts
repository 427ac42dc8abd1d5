import type { Notice } from '../../api/types.ts';
import { noticeFigureMessages } from '../messages/notice-figures.messages.ts';
import { noticeMessages } from '../messages/notices.messages.ts';
import { formatsOf } from './formats.ts';
import { detailInWords, figuresInWords } from './notice-words.ts';

type Said = Pick<Notice, 'kind' | 'figures'>;
const [en, zh] = [formatsOf('en', 'utc'), formatsOf('zh', 'utc')];
const inEnglish = (notice: Said) => figuresInWords(notice, noticeFigureMessages.en, en);
const inChinese = (notice: Said) => figuresInWords(notice, noticeFigureMessages.zh, zh);

/** As docs/notices.md lists them. */
const SHARES = { days: 12, texts: 1_345, share: 0.041, usualShare: 0.97 };
const FIGURES: Readonly<Record<Notice['kind'], Readonly<Record<string, number>>>> = {
  'days-missing': { days: 3 },
  'section-missing': { days: 1 },
  'papers-vanished': { days: 4, usualPapers: 2.5 },
  'day-repeated': { sections: 12, repeated: 2, papers: 31 },
  'chinese-vanished': SHARES,
  'chinese-titles-vanished': SHARES,
  'authors-vanished': SHARES,
  'chinese-shortened': SHARES,
  'chinese-garbled': SHARES,
  'chinese-length-changed': { days: 2, texts: 80, ratio: 1.42, usualRatio: 1.71 },
  'index-differs': { rows: 9, differing: 2, absent: 1, claimed: 14, found: 7 },
  'sidecar-differs': { records: 50, entries: 48, onlyInSidecar: 3, onlyInDigest: 1, texts: 4, absent: 0 },
};
const KINDS = Object.keys(noticeMessages.en) as Notice['kind'][];

describe('what a notice was concluded from', () => {
  it.each(KINDS)('%s names every number, in both languages', (kind) => {
    const said = { kind, figures: FIGURES[kind] };
    for (const [text, { number, percent, ratio }] of [
      [inEnglish(said), en],
      [inChinese(said), zh],
    ] as const) {
      for (const [name, value] of Object.entries(FIGURES[kind])) {
        if (name === 'absent' && kind === 'sidecar-differs') continue;
        const written = /share/i.test(name) ? percent(value) : /ratio/i.test(name) ? ratio(value) : number(value);
        expect(text).toContain(written);
      }
    }
    expect(inChinese(said)).toMatch(/\p{Script=Han}/u);
  });

  it('is told as people write it', () => {
    expect(inEnglish({ kind: 'section-missing', figures: { days: 1 } })).toBe('1 day without it on which others came.');
    expect(inChinese({ kind: 'chinese-vanished', figures: SHARES })).toBe(
      '12 天：1,345 个条目中 4.1% 有中文摘要；通常为 97%。',
    );
    expect(inChinese({ kind: 'days-missing', figures: { daysBefore: 40 } })).toBe(
      '此前有 40 天的摘要文件，之后不再有。',
    );
  });

  it('is not told where a number is missing, or the kind is newer than this page', () => {
    expect(inEnglish({ kind: 'chinese-vanished', figures: {} })).toBeNull();
    expect(inEnglish({ kind: 'of-tomorrow' as Notice['kind'], figures: { days: 3 } })).toBeNull();
  });
});

it.each<[Notice['kind'], string, string]>([
  ['index-differs', '2025-06-10 AI: 9 claimed, 7 came', '2025年6月10日 AI：称有 9 篇，收到 7 篇'],
  ['index-differs', '2025-06-11: 4 claimed, no digest came', '2025年6月11日：称有 4 篇，没有收到摘要文件'],
  ['day-repeated', 'AI: the papers of 2025-06-09', 'AI：与 2025年6月9日 的论文相同'],
  ['day-repeated', 'its digest: the papers of 2025-06-09', '其摘要文件：与 2025年6月9日 的论文相同'],
  ['sidecar-differs', 'no digest beside it, 50 papers in it', '旁边没有摘要文件，其中有 50 篇论文'],
  ['sidecar-differs', '2511.00003: not in the digest', '2511.00003：不在摘要文件中'],
  ['sidecar-differs', '2511.00001: not in the sidecar', '2511.00001：不在附带文件中'],
  ['sidecar-differs', '2511.00001: title, abstract-zh', '2511.00001：英文标题、中文摘要不同'],
])('a case of %s, %s, is told in Chinese', (kind, detail, expected) => {
  expect(detailInWords(kind, detail, noticeFigureMessages.zh, zh)).toBe(expected);
  expect(detailInWords(kind, detail, noticeFigureMessages.en, en)).not.toBeNull();
});

it('a case of another form stays as it is', () => {
  expect(detailInWords('index-differs', 'something else', noticeFigureMessages.zh, zh)).toBeNull();
  expect(detailInWords('days-missing', '2511.00003: not in the digest', noticeFigureMessages.zh, zh)).toBeNull();
});
