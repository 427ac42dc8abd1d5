import { Link } from '@tanstack/react-router';
import type { Paper } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { RichText } from '../../parts/rich-text.tsx';
import { Text } from '../../parts/text.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { VerdictMark } from '../../parts/verdict-mark.tsx';
import { READING_LAYOUTS } from '../../preferences/preferences.ts';
import { toggleSavedPaper, useMarks } from '../../preferences/use-marks.ts';
import { changePreferences, usePreferences } from '../../preferences/use-preferences.ts';
import { textMarks } from './issue-marks.ts';
import styles from './paper-head.module.css';
import { readerMessages } from './reader.messages.ts';

const GENRES = ['title', 'abstract'] as const;

interface PaperHeadProps {
  readonly paper: Paper;
  readonly show: string | undefined;
  readonly onShow: (show: string | undefined) => void;
}

/** Who wrote what, what was decided about it, and how it is to be shown. */
export function PaperHead({ paper, show, onShow }: PaperHeadProps) {
  const messages = useMessages(readerMessages);
  const common = useMessages(commonMessages);
  const { day } = useFormats();
  const { layout } = usePreferences();
  const { saved } = useMarks();
  const { arxivId, version, title, authors, newestDate, categories, marks, url, verdict, review, matches } = paper;
  const isSaved = saved.some((each) => each.arxivId === arxivId);
  return (
    <header className={styles.head}>
      <div className={styles.meta}>
        <Link to="/read" search={(search) => search} className={styles.back}>
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
      <h2 className={styles.title} lang="en" dir="auto">
        <RichText text={title.en} marks={textMarks(paper, 'title', 'en', null, matches?.title.en)} />
      </h2>
      {title.zh !== null && (
        <p className={styles.chinese} lang="zh-Hans" dir="auto">
          <RichText text={title.zh} marks={textMarks(paper, 'title', 'zh', null, matches?.title.zh)} />
        </p>
      )}
      <p className={styles.authors} dir="auto">
        <Text>{authors.join(', ')}</Text>
      </p>
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
