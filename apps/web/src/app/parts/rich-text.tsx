import type { KeyboardEvent } from 'react';
import type { Span } from '../../api/types.ts';
import { Formula } from './formula.tsx';
import { markPieces, type PieceMark, type TextMark } from './piece-marks.ts';
import { cutPieces } from './pieces.ts';
import styles from './rich-text.module.css';
import { Text } from './text.tsx';

/** What marks of issues do. */
export interface MarkActions {
  /** Somebody looks at one, by the mouse or by keys; null: no longer. */
  readonly onLook: (name: string | null) => void;
  /** Somebody wants to know more of one. */
  readonly onPick: (name: string) => void;
}

interface RichTextProps {
  readonly text: string;
  readonly marks?: readonly TextMark[];
  /** The part of it that is shown. */
  readonly part?: Span;
  readonly actions?: MarkActions;
}

/** A text of a paper with its formulas drawn and its marks. Whatever it holds is text, never markup. */
export function RichText({ text, marks = [], part = [0, text.length], actions }: RichTextProps) {
  const pieces = cutPieces(text, marks, part);
  const marked = markPieces(pieces, marks);
  return pieces.map(({ at, text: source, math }, index) => {
    const content = math ? (
      <Formula tex={math.tex} isDisplay={math.isDisplay} source={text.slice(math.from, math.to)} />
    ) : (
      <Text>{source}</Text>
    );
    const mark = marked[index];
    if (!mark) return <span key={at}>{content}</span>;
    return (
      <mark
        key={at}
        className={styles.mark}
        title={mark.explanation}
        data-match={mark.isMatch || undefined}
        data-severity={mark.severity}
        data-active={mark.isActive || undefined}
        {...(actions && behaviour(mark, actions))}
      >
        {content}
      </mark>
    );
  });
}

/** A mark of an issue is a button that keys reach, and those who listen hear with it what was found. */
function behaviour({ issue, isFirst }: PieceMark, { onLook, onPick }: MarkActions) {
  if (issue === undefined) return {};
  const pick = (): void => onPick(issue);
  const byMouse = { onMouseEnter: () => onLook(issue), onMouseLeave: () => onLook(null), onClick: pick };
  if (!isFirst) return byMouse;
  return {
    ...byMouse,
    role: 'button',
    tabIndex: 0,
    'data-issue': issue,
    'aria-describedby': issue,
    onFocus: () => onLook(issue),
    onBlur: () => onLook(null),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      pick();
    },
  };
}
