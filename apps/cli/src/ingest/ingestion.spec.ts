import { DiglotError } from '@diglot/domain';
import { Ingestion } from './ingestion.ts';
import type { Advance, ProgressLine } from './progress-line.ts';

function ingestion(files: number) {
  const shown: Advance[] = [];
  const complaints: string[] = [];
  const line = { show: (advance: Advance) => shown.push(advance), clear: () => {} } as unknown as ProgressLine;
  const complain = (text: string): void => void complaints.push(text);
  return { shown, complaints, ingestion: new Ingestion(files, line, { print: () => {}, complain }) };
}

test('papers are counted once each, however many blocks print them, and only where they were taken', () => {
  const { shown, ingestion: each } = ingestion(3);
  each.onDone({ arxivIds: ['2511.00001', '2511.00002', '2511.00001'], outcome: 'new', isBad: false });
  each.onDone({ arxivIds: ['2511.00002'], outcome: 'unchanged', isBad: false });
  each.onDone({ arxivIds: ['2511.00003'], outcome: null, isBad: true });
  expect(shown.map(({ done, total, amount, amountUnit }) => `${done}/${total} ${amount} ${amountUnit}`)).toEqual([
    '1/3 2 papers',
    '2/3 2 papers',
    '3/3 2 papers',
  ]);
  expect(JSON.parse(each.result(true))).toEqual({ files: 3, entries: 5, new: 1, changed: 0, unchanged: 1, bad: 1 });
  expect(each.result(false)).toContain('5  entries');
});

test('a folder that could not be listed is bad, and is named', () => {
  const { complaints, ingestion: each } = ingestion(0);
  expect(each.isBad).toBe(false);
  each.addUnreadable(new DiglotError('DIGLOT_FILE_UNREADABLE', 'EACCES', { place: { file: 'closed' } }));
  expect(each.isBad).toBe(true);
  expect(complaints).toEqual(['DIGLOT_FILE_UNREADABLE: closed: EACCES']);
  expect(JSON.parse(each.result(true))).toMatchObject({ files: 0, bad: 1 });
});
