/** One line with something in it. */
export interface Line {
  /** Without the white space around it. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** How much white space stands before the text. */
  readonly start: number;
}

/** The lines that are not blank, in order; ask for a few and the rest costs nothing. */
export function* filledLines(text: string): Generator<Line> {
  for (let start = 0, number = 1; start < text.length; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const whole = text.slice(start, end).trimEnd();
    const line = whole.trimStart();
    if (line !== '') yield { text: line, number, start: whole.length - line.length };
    start = end + 1;
  }
}

/** The first lines that are not blank. */
export function firstFilledLines(text: string, count: number): Line[] {
  const lines: Line[] = [];
  for (const line of filledLines(text)) {
    lines.push(line);
    if (lines.length === count) break;
  }
  return lines;
}
