import type { CalendarDate } from '@diglot/domain';
import { isAnnounced } from './is-announced.ts';

const DAY = '2025-03-04' as CalendarDate;
const PATH = '4-Mar-2025/AI/README.md';
const said = { date: DAY, category: 'AI', topic: null, sectionAnnounced: true };

it('is so where nothing of it has changed', () => {
  expect(isAnnounced(PATH, said, { date: DAY, category: 'AI', topic: null })).toBe(true);
});

it.each([{ date: null }, { category: 'cs.AI' }, { category: null }, { topic: 'AI' }])('is not so with %j', (change) => {
  expect(isAnnounced(PATH, said, { date: DAY, category: 'AI', topic: null, ...change })).toBe(false);
});

it('knows that an announcement without a section left it to the usual layouts', () => {
  const before = { ...said, category: 'cs.AI', sectionAnnounced: false };
  expect(isAnnounced(PATH, before, { date: DAY, category: 'AI', topic: null })).toBe(true);
  expect(isAnnounced(PATH, before, { date: DAY, category: 'cs.AI', topic: null })).toBe(false);
});
