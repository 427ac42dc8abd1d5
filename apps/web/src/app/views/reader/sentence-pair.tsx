import type { MouseEvent } from 'react';
import type { Paper, Side } from '../../../api/types.ts';
import { RichText } from '../../parts/rich-text.tsx';
import type { ShownBead } from './beads.ts';
import { textMarks } from './issue-marks.ts';
import styles from './sentence-pair.module.css';

interface SentencePairProps {
  readonly paper: Paper;
  readonly bead: ShownBead;
  readonly label: string;
  readonly isActive: boolean;
  /** The issue that stands out now. */
  readonly issue: string | null;
  /** A mouse is over it. */
  readonly onPoint: (event: MouseEvent) => void;
  readonly onMark: (name: string) => void;
}

/** What belongs together in both languages. */
export function SentencePair({ paper, bead, label, isActive, issue, onPoint, onMark }: SentencePairProps) {
  const side = (language: Side) => {
    const text = paper.abstract[language] ?? '';
    const marks = textMarks(paper, 'abstract', language, issue, paper.matches?.abstract[language]);
    return (
      <span className={styles.side} lang={language === 'zh' ? 'zh-Hans' : 'en'} dir="auto">
        <RichText text={text} marks={marks} part={bead[language]} onMark={onMark} />
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
    >
      {side('en')}
      {side('zh')}
    </div>
  );
}
