import type { Severity, Span } from '../../api/types.ts';
import { Formula } from './formula.tsx';
import { cutPieces } from './pieces.ts';
import styles from './rich-text.module.css';
import { Text } from './text.tsx';

/** What of a text is marked for one reason. */
export interface TextMark {
  /** `match`, or the name of an issue. */
  readonly name: string;
  readonly spans: readonly Span[];
  readonly severity?: Severity;
  /** Whether it stands out from the others now. */
  readonly isActive?: boolean;
}

interface RichTextProps {
  readonly text: string;
  readonly marks?: readonly TextMark[];
  /** The part of it that is shown. */
  readonly part?: Span;
  readonly onMark?: (name: string) => void;
}

const WORST: readonly Severity[] = ['critical', 'major', 'minor', 'neutral'];

/** A text of a paper with its formulas drawn and its marks. Whatever it holds is text, never markup. */
export function RichText({ text, marks = [], part = [0, text.length], onMark }: RichTextProps) {
  return cutPieces(text, marks, part).map(({ at, text: source, names, math }) => {
    const content = math ? (
      <Formula tex={math.tex} isDisplay={math.isDisplay} source={text.slice(math.from, math.to)} />
    ) : (
      <Text>{source}</Text>
    );
    if (names.length === 0) return <span key={at}>{content}</span>;
    const covering = marks.filter(({ name }) => names.includes(name));
    const severity = WORST.find((each) => covering.some((mark) => mark.severity === each));
    const issue = covering.find((mark) => mark.severity === severity)?.name;
    return (
      <mark
        key={at}
        className={styles.mark}
        data-match={names.includes('match') || undefined}
        data-severity={severity}
        data-active={covering.some(({ isActive }) => isActive) || undefined}
        onClick={severity && issue && onMark ? () => onMark(issue) : undefined}
      >
        {content}
      </mark>
    );
  });
}
