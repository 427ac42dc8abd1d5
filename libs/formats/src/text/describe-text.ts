import type { SourceText } from '../source/source-text.ts';
import { STEP_BYTES } from '../steps.ts';
import { FilledLines } from './lines.ts';

const HEADING = /^(#{1,6}) /;
const BOLD_LABEL = /^\*\*([^*]{1,40})\*\*\s*[:：]/;
/** How much of a line, and how many labels, a message quotes. */
const QUOTED = 80;
const LISTED = 5;

/** What the beginning of a text of no known format looks like, for the person who must find out what it is. */
export function describeText(source: SourceText): string {
  const { text } = source;
  const headings = new Map<string, number>();
  const labels = new Set<string>();
  let first = '';
  for (const line of new FilledLines(source).next(STEP_BYTES)) {
    first ||= line.text;
    const mark = HEADING.exec(line.text)?.[1];
    if (mark) headings.set(mark, (headings.get(mark) ?? 0) + 1);
    const label = BOLD_LABEL.exec(line.text)?.[1];
    if (label && labels.size < LISTED) labels.add(label);
  }
  const headingList = [...headings].toSorted(([a], [b]) => a.length - b.length).map(([mark, n]) => `${mark} ×${n}`);
  const hasBareCr = text.includes('\r') && !text.includes('\n');
  return [
    ...(hasBareCr ? ['its lines end with a carriage return alone'] : []),
    `first line ${JSON.stringify(first.slice(0, QUOTED))}`,
    headingList.length === 0 ? 'no headings' : `headings ${headingList.join(', ')}`,
    labels.size === 0 ? 'no bold labels' : `bold labels ${[...labels].join(', ')}, none of a digest`,
  ].join('; ');
}
