import type { KeyboardEvent, ReactNode } from 'react';
import { Formula } from './formula.tsx';
import { markPieces, type PieceMark, type TextMark } from './piece-marks.ts';
import { cutPieces, type PieceOptions } from './pieces.ts';
import styles from './rich-text.module.css';
import { Text } from './text.tsx';
import type { TextStyle } from './text-macros.ts';

/** What marks of issues do. */
export interface MarkActions {
  /** Somebody looks at one, by the mouse or by keys; null: no longer. */
  readonly onLook: (name: string | null) => void;
  /** Somebody wants to know more of one. */
  readonly onPick: (name: string) => void;
}

interface RichTextProps extends PieceOptions {
  readonly text: string;
  readonly marks?: readonly TextMark[];
  readonly actions?: MarkActions;
}

const ELEMENTS: Readonly<Record<TextStyle, 'strong' | 'em' | 'code'>> = {
  strong: 'strong',
  emphasis: 'em',
  code: 'code',
};

/**
 * A text of a paper with its formulas drawn, the few macros that authors leave in it set as they meant, and its marks. Whatever
 * else it holds is text, never markup.
 */
export function RichText({ text, marks = [], actions, ...options }: RichTextProps) {
  const pieces = cutPieces(text, marks, options);
  const marked = markPieces(pieces, marks);
  return pieces.map(({ at, text: source, math, styles: set }, index) => {
    const plain = math ? (
      <Formula tex={math.tex} isDisplay={math.isDisplay} source={text.slice(math.from, math.to)} />
    ) : (
      <Text>{source}</Text>
    );
    const content = set.reduce<ReactNode>((inner, style) => {
      const Element = ELEMENTS[style];
      return <Element>{inner}</Element>;
    }, plain);
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
