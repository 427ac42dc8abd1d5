/** What one says to the linter within a digest. */
export interface Remark {
  /** From 1. */
  readonly line: number;
  /** Offset of the line. */
  readonly start: number;
  /** Offset of its end, the line break not among it. */
  readonly end: number;
}

const OPENING = '<!-- diglot-';
const CLOSING = '-->';

/** Lines that hold nothing but a comment that begins with `<!-- diglot-`: no text of the field that they stand in. */
export function findRemarks(text: string): Remark[] {
  const remarks: Remark[] = [];
  let line = 1;
  let counted = 0;
  // Each line is looked at once, however many openings a hostile one holds.
  let lineAfter = 0;
  for (let at = text.indexOf(OPENING); at !== -1; at = text.indexOf(OPENING, lineAfter)) {
    const start = text.lastIndexOf('\n', at) + 1;
    const lineFeed = text.indexOf('\n', at);
    const end = lineFeed === -1 ? text.length : lineFeed;
    lineAfter = end;
    const isWhole = text.slice(start, at).trim() === '' && text.slice(at, end).trimEnd().endsWith(CLOSING);
    if (!isWhole) continue;
    for (let feed = text.indexOf('\n', counted); feed !== -1 && feed < start; feed = text.indexOf('\n', feed + 1))
      line += 1;
    counted = start;
    remarks.push({ line, start, end });
  }
  return remarks;
}

/** The text with its remarks blanked, so that every other offset and line stays. */
export function withoutRemarks(text: string): string {
  if (!text.includes(OPENING)) return text;
  let plain = '';
  let from = 0;
  for (const { start, end } of findRemarks(text)) {
    plain += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return plain + text.slice(from);
}
