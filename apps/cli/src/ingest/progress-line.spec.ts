import { ProgressLine, progressText, type Advance } from './progress-line.ts';

const advance: Advance = { done: 30, total: 120, unit: 'files', amount: 900, amountUnit: 'entries', elapsed: 3000 };

test('a line says how far it is, how fast, and how long it will take', () => {
  expect(progressText(advance)).toBe('[██████░░░░░░░░░░░░░░░░░░] 30/120 files · 300 entries/s · 9 s left');
});

test('at its beginning and its end there is nothing to estimate', () => {
  expect(progressText({ ...advance, done: 0, amount: 0, elapsed: 0 })).toBe('[░░░░░░░░░░░░░░░░░░░░░░░░] 0/120 files');
  expect(progressText({ ...advance, done: 120 })).not.toContain('left');
  expect(progressText({ ...advance, done: 0, total: 0 })).toContain('[████████████████████████] 0/0');
});

test.each([
  [59_000, '59 s'],
  [61_000, '2 min'],
  [7_200_000, '2.0 h'],
])('%i ms are %s', (left, text) => {
  expect(progressText({ ...advance, done: 60, elapsed: left })).toContain(`${text} left`);
});

function stream(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string): boolean => written.push(text) > 0;
  return { written, stream: { isTTY, columns: 40, write } as unknown as NodeJS.WriteStream };
}

test('on a terminal the line stays in its row, and makes room', () => {
  const { written, stream: terminal } = stream(true);
  const line = new ProgressLine(terminal);
  line.show(advance);
  line.clear();
  line.clear();
  expect(written).toEqual([`\r\u001B[K${progressText(advance).slice(0, 39)}`, '\r\u001B[K']);
});

test('elsewhere only what takes long is said, in lines', () => {
  const { written, stream: file } = stream(false);
  const line = new ProgressLine(file);
  line.show(advance);
  expect(written).toEqual([]);
  line.show({ ...advance, elapsed: 11_000 });
  line.show({ ...advance, elapsed: 12_000 });
  expect(written).toEqual([`${progressText({ ...advance, elapsed: 11_000 })}\n`]);
});
