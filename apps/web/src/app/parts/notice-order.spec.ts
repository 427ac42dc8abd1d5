import type { Notice } from '../../api/types.ts';
import { groupNotices, isSilence } from './notice-order.ts';

const notice = (kind: Notice['kind'], since: string | null, until: string | null) => ({ kind, since, until });
const SILENT = notice('days-missing', '2025-12-01', null);
const ONE_DAY = notice('days-missing', '2025-03-24', '2025-03-24');
const GONE = notice('chinese-vanished', '2025-03-04', null);
const INDEX = notice('index-differs', null, null);

it('tells a feed that is silent from a day that is missing', () => {
  expect([SILENT, ONE_DAY, GONE, INDEX].map(isSilence)).toEqual([true, false, false, false]);
});

it('shows what goes on before what is over, and silence first', () => {
  expect(groupNotices([ONE_DAY, GONE, INDEX, SILENT])).toEqual({
    shown: [SILENT, GONE, INDEX],
    more: [],
    over: [ONE_DAY],
  });
});

it('shows only some of what goes on, and loses none', () => {
  const many = Array.from({ length: 8 }, (_, index) => notice('section-missing', `2025-03-0${index + 1}`, null));
  const { shown, more, over } = groupNotices([...many, ONE_DAY]);
  expect([shown.length, more.length, over.length]).toEqual([5, 3, 1]);
  expect([...shown, ...more]).toEqual(many);
});
