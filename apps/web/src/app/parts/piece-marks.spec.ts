import { markPieces, type TextMark } from './piece-marks.ts';

const MARKS: readonly TextMark[] = [
  { name: 'match', spans: [] },
  { name: 'issue-0', spans: [], severity: 'minor' },
  { name: 'issue-1', spans: [], severity: 'critical', explanation: 'It says 3.', isActive: true },
];

const mark = (...names: (readonly string[])[]) =>
  markPieces(
    names.map((each) => ({ names: each })),
    MARKS,
  );

describe('marks of pieces', () => {
  it('are those of the worst issue', () => {
    expect(mark(['match', 'issue-0', 'issue-1'])).toEqual([
      {
        isMatch: true,
        isActive: true,
        issue: 'issue-1',
        severity: 'critical',
        explanation: 'It says 3.',
        isFirst: true,
      },
    ]);
  });

  it('are none where nothing covers the piece, and name no issue where only a search does', () => {
    expect(mark([], ['match'])).toEqual([
      null,
      { isMatch: true, isActive: false, issue: undefined, severity: undefined, explanation: undefined, isFirst: false },
    ]);
  });

  it('let keys stop once at an issue that was cut for other reasons, and again where it comes again', () => {
    const stops = mark(['issue-0'], ['issue-0', 'match'], ['issue-1'], [], ['issue-1']);
    expect(stops.map((each) => each?.isFirst)).toEqual([true, false, true, undefined, true]);
  });
});
