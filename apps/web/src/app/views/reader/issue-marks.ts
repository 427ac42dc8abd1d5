import type { Genre, Paper, Side, Span } from '../../../api/types.ts';
import type { TextMark } from '../../parts/piece-marks.ts';

/** The name of an issue of a paper: its place among them. */
export const issueKey = (index: number): string => `issue-${index}`;

/** What is marked in one of the four texts of a paper. */
export function textMarks(
  { issues }: Pick<Paper, 'issues'>,
  genre: Genre,
  side: Side,
  active: string | null,
  matches: readonly Span[] = [],
): TextMark[] {
  const marks = issues.map((issue, index): TextMark & { readonly field: Genre } => ({
    field: issue.field,
    name: issueKey(index),
    spans: side === 'en' ? issue.source : issue.target,
    severity: issue.severity,
    explanation: `${issue.message.en}\n${issue.message.zh}`,
    isActive: issueKey(index) === active,
  }));
  return [
    { name: 'match', spans: matches },
    ...marks.filter(({ field, spans }) => field === genre && spans.length > 0),
  ];
}
