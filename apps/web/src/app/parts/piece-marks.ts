import type { Severity, Span } from '../../api/types.ts';
import type { Piece } from './pieces.ts';

/** What of a text is marked for one reason. */
export interface TextMark {
  /** `match`, or the name of an issue, which is the id of the element that explains it. */
  readonly name: string;
  readonly spans: readonly Span[];
  readonly severity?: Severity;
  /** What was found, in both languages, for those who point at it. */
  readonly explanation?: string;
  /** Whether it stands out from the others now. */
  readonly isActive?: boolean;
}

/** How one piece of a text is marked. */
export interface PieceMark {
  readonly isMatch: boolean;
  readonly isActive: boolean;
  /** The worst issue of those that cover it. */
  readonly issue: string | undefined;
  readonly severity: Severity | undefined;
  readonly explanation: string | undefined;
  /** Whether the piece before it belongs to another issue: keys stop once at what was cut for other reasons. */
  readonly isFirst: boolean;
}

const WORST: readonly Severity[] = ['critical', 'major', 'minor', 'neutral'];

/** @returns for each piece how it is marked; null where it is not */
export function markPieces(
  pieces: readonly Pick<Piece, 'names'>[],
  marks: readonly TextMark[],
): readonly (PieceMark | null)[] {
  let before: string | undefined;
  return pieces.map(({ names }) => {
    const covering = marks.filter(({ name }) => names.includes(name));
    const severity = WORST.find((each) => covering.some((mark) => mark.severity === each));
    const worst = severity && covering.find((mark) => mark.severity === severity);
    const issue = worst?.name;
    const isFirst = issue !== before;
    before = issue;
    if (covering.length === 0) return null;
    const isActive = covering.some((mark) => mark.isActive === true);
    return { isMatch: names.includes('match'), isActive, issue, severity, explanation: worst?.explanation, isFirst };
  });
}
