import { Link } from '@tanstack/react-router';
import type { Paper } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { forAnotherPaper } from '../../search-params.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Text } from '../../parts/text.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { VerdictMark } from '../../parts/verdict-mark.tsx';
import { READING_LAYOUTS, type ReadingLayout } from '../../preferences/preferences.ts';
import { toggleSavedPaper, useMarks } from '../../preferences/use-marks.ts';
import { changePreferences, usePreferences } from '../../preferences/use-preferences.ts';
import { Authors } from './authors.tsx';
import styles from './paper-head.module.css';
import { PaperTitles } from './paper-titles.tsx';
import { readerMessages } from './reader.messages.ts';
import type { IssueChoice } from './use-issue-choice.ts';

const GENRES = ['title', 'abstract'] as const;

interface PaperHeadProps {
  readonly paper: Paper;
  /** The layout of its titles. */
  readonly titles: ReadingLayout;
  readonly issue: IssueChoice;
  readonly show: string | undefined;
  readonly onShow: (show: string | undefined) => void;
}

/** Who wrote what, what was decided about it, and how it is to be shown. */
export function PaperHead({ paper, titles, issue, show, onShow }: PaperHeadProps) {
  const messages = useMessages(readerMessages);
  const common = useMessages(commonMessages);
  const { day } = useFormats();
  const { layout } = usePreferences();
  const { saved } = useMarks();
  const { arxivId, version, title, authors, newestDate, categories, marks, url, verdict, review } = paper;
  const isSaved = saved.some((each) => each.arxivId === arxivId);
  return (
    <header className={styles.head}>
      <div className={styles.meta}>
        <Link to="/read" search={forAnotherPaper} className={styles.back}>
          ‹ {messages.back}
        </Link>
        <span className="mono">
          {arxivId}
          {version !== null && `v${version}`}
        </span>
        <span>{newestDate === null ? common.noDate : day(newestDate)}</span>
        {categories.map((category) => (
          <Link key={category} to="/read" search={{ category }}>
            {category}
          </Link>
        ))}
        {marks.map((mark) => (
          <span key={mark} className={styles.flag}>
            {messages.marks[mark]}
          </span>
        ))}
      </div>
      <PaperTitles paper={paper} layout={titles} asWritten={show === 'original'} issue={issue} />
      <Authors authors={authors} />
      <div className={styles.links}>
        <VerdictMark label={common.title} verdict={verdict.title ?? 'unverified'} />
        <VerdictMark label={common.abstract} verdict={verdict.abstract ?? 'unverified'} />
        {GENRES.map((genre) => {
          const said = review[genre];
          return (
            said && (
              <span key={genre} className={styles.review} data-decision={said.decision}>
                {messages.reviewed[said.decision](common[genre])} <Text>{said.reviewer}</Text>
              </span>
            )
          );
        })}
        <a href={url} rel="noreferrer" target="_blank">
          arXiv
        </a>
        <a href={url.replace('/abs/', '/pdf/')} rel="noreferrer" target="_blank">
          PDF
        </a>
        <Link to="/trace" search={{ of: arxivId }}>
          {messages.traceIt}
        </Link>
      </div>
      <div className={styles.tools} role="toolbar" aria-label={messages.tabs}>
        <Choice
          isBare
          label={messages.layout}
          value={layout}
          options={READING_LAYOUTS.map((value) => ({ value, label: messages.layouts[value] }))}
          onChange={(value) => {
            changePreferences({ layout: value });
            onShow(undefined);
          }}
        />
        <Button aria-pressed={show === 'history'} onClick={() => onShow(show === 'history' ? undefined : 'history')}>
          {messages.history}
        </Button>
        <Button aria-pressed={isSaved} onClick={() => toggleSavedPaper({ arxivId, en: title.en, zh: title.zh })}>
          {isSaved ? `★ ${messages.unsave}` : `☆ ${messages.save}`}
        </Button>
      </div>
    </header>
  );
}
