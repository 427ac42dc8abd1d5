import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { PaperSummary } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { RichText } from '../../parts/rich-text.tsx';
import { Text } from '../../parts/text.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { VerdictMark, worstVerdict } from '../../parts/verdict-mark.tsx';
import { useMarks } from '../../preferences/use-marks.ts';
import { forAnotherPaper, type PaperFilter } from '../../search-params.ts';
import styles from './paper-row.module.css';
import { readerMessages } from './reader.messages.ts';

interface PaperRowProps {
  readonly paper: PaperSummary;
  readonly isSelected: boolean;
  /** The list in which it opens; that of the address, unless told otherwise. */
  readonly within?: PaperFilter;
}

/** A paper in the list: both titles, and the line by which people decide whether to read it. */
export function PaperRow({ paper, isSelected, within }: PaperRowProps) {
  const messages = useMessages(readerMessages);
  const { noChinese, noDate, moreAuthors } = useMessages(commonMessages);
  const { day, number } = useFormats();
  const { read, saved } = useMarks();
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const { arxivId, title, authors, newestDate, categories, matches } = paper;
  const isRead = read.includes(arxivId);
  const [first, ...others] = authors;
  return (
    <li ref={element} className={styles.row} data-paper={arxivId} data-selected={isSelected || undefined}>
      <Link
        to="/read/$"
        params={{ _splat: arxivId }}
        search={within ?? forAnotherPaper}
        className={styles.title}
        data-read={isRead || undefined}
        aria-current={isSelected ? 'true' : undefined}
        lang="en"
        dir="auto"
      >
        {!isRead && <span className={styles.unread} title={messages.unread} />}
        <RichText text={title.en} marks={[{ name: 'match', spans: matches?.title.en ?? [] }]} />
      </Link>
      {title.zh === null ? (
        <p className={styles.missing}>{noChinese}</p>
      ) : (
        <p className={styles.chinese} lang="zh-Hans" dir="auto">
          <RichText text={title.zh} marks={[{ name: 'match', spans: matches?.title.zh ?? [] }]} />
        </p>
      )}
      <p className={styles.triage}>
        <VerdictMark verdict={worstVerdict(paper)} />
        {first !== undefined && (
          <span className={styles.authors}>
            <Text>{first}</Text> {others.length > 0 && moreAuthors(number(others.length))}
          </span>
        )}
        <span>{newestDate === null ? noDate : day(newestDate)}</span>
        {categories.length > 0 && <span>{categories.slice(0, 3).join(' · ')}</span>}
        {saved.some((each) => each.arxivId === arxivId) && <span className={styles.saved}>★ {messages.isSaved}</span>}
      </p>
    </li>
  );
}
