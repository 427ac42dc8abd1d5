import type { MouseEvent } from 'react';
import type { Paper, Side } from '../../../api/types.ts';
import { RichText } from '../../parts/rich-text.tsx';
import type { ShownBead } from './beads.ts';
import { textMarks } from './issue-marks.ts';
import styles from './sentence-pair.module.css';
import type { IssueChoice } from './use-issue-choice.ts';

interface SentencePairProps {
  readonly paper: Paper;
  readonly bead: ShownBead;
  readonly label: string;
  readonly isActive: boolean;
  /** Whether the text is shown as somebody wrote it, but for its formulas. */
  readonly asWritten: boolean;
  readonly issue: IssueChoice;
  /** A mouse is over it. */
  readonly onPoint: (event: MouseEvent) => void;
  /** Something in it has the focus. */
  readonly onFocus: () => void;
}

/** What belongs together in both languages. */
export function SentencePair({ paper, bead, label, isActive, asWritten, issue, onPoint, onFocus }: SentencePairProps) {
  const side = (language: Side) => {
    const text = paper.abstract[language] ?? '';
    const marks = textMarks(paper, 'abstract', language, issue.active, paper.matches?.abstract[language]);
    return (
      <span className={styles.side} lang={language === 'zh' ? 'zh-Hans' : 'en'} dir="auto">
        <RichText text={text} marks={marks} part={bead[language]} asWritten={asWritten} actions={issue} />
      </span>
    );
  };
  return (
    <div
      role="group"
      aria-label={label}
      className={styles.pair}
      data-active={isActive || undefined}
      onMouseMove={onPoint}
      onFocus={onFocus}
    >
      {side('en')}
      {side('zh')}
    </div>
  );
}
