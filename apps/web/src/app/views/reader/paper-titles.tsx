import type { Paper } from '../../../api/types.ts';
import { RichText } from '../../parts/rich-text.tsx';
import type { ReadingLayout } from '../../preferences/preferences.ts';
import { textMarks } from './issue-marks.ts';
import styles from './paper-head.module.css';
import { shownTitles } from './shown-titles.ts';
import type { IssueChoice } from './use-issue-choice.ts';

interface PaperTitlesProps {
  readonly paper: Paper;
  readonly layout: ReadingLayout;
  readonly asWritten: boolean;
  readonly issue: IssueChoice;
}

/** The titles of a paper with what was found in them. */
export function PaperTitles({ paper, layout, asWritten, issue }: PaperTitlesProps) {
  const lines = shownTitles(layout, paper.title).map((side) => ({
    side,
    lang: side === 'zh' ? 'zh-Hans' : 'en',
    className: side === 'zh' ? styles.chinese : styles.title,
    text: (
      <RichText
        text={paper.title[side] ?? ''}
        marks={textMarks(paper, 'title', side, issue.active, paper.matches?.title[side])}
        asWritten={asWritten}
        actions={issue}
      />
    ),
  }));
  const [first, ...others] = lines;
  return (
    <>
      {first && (
        <h2 className={first.className} lang={first.lang} dir="auto">
          {first.text}
        </h2>
      )}
      {others.map(({ side, lang, className, text }) => (
        <p key={side} className={className} lang={lang} dir="auto">
          {text}
        </p>
      ))}
    </>
  );
}
