import { useQuery } from '@tanstack/react-query';
import { noticesQuery } from '../../api/queries.ts';
import type { Notice } from '../../api/types.ts';
import { commonMessages } from '../messages/common.messages.ts';
import { noticeFigureMessages } from '../messages/notice-figures.messages.ts';
import { noticeMessages } from '../messages/notices.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import styles from './notice-list.module.css';
import { detailInWords, figuresInWords } from './notice-words.ts';
import { useExplanation } from './use-explanation.ts';
import { useFormats } from './use-formats.ts';

interface NoticeListProps {
  readonly title: string;
  /** Of one source; of all, unless one is given. */
  readonly source?: string | undefined;
}

/** What was noticed about sources as a whole and still holds: drift, gaps, repetitions. Nothing where there is nothing. */
export function NoticeList({ title, source }: NoticeListProps) {
  const { data } = useQuery(noticesQuery({ source }));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="section">
      <h2>{title}</h2>
      <ul className={styles.notices}>
        {data.items.map((notice) => (
          <NoticeItem key={[notice.source, notice.kind, notice.about, notice.since].join('\n')} notice={notice} />
        ))}
      </ul>
    </section>
  );
}

function NoticeItem({ notice }: { readonly notice: Notice }) {
  const names = useMessages(noticeMessages);
  const { remedy: whatToDo } = useMessages(commonMessages);
  const words = useMessages(noticeFigureMessages);
  const formats = useFormats();
  const { day } = formats;
  const figures = figuresInWords(notice, words, formats);
  const { kind, source, about, since, until, details } = notice;
  const { meaning, remedy } = useExplanation()(kind, notice);
  const days = [since, until === since ? null : until].filter((each) => each !== null).map(day);
  return (
    <li>
      <details className={styles.notice}>
        <summary>
          <strong className="dot" data-tone="warn">
            {names[kind]}
          </strong>
          <span>{[source, about].filter((each) => each !== '').join(' › ')}</span>
          {days.length > 0 && <span>{days.join(' – ')}</span>}
        </summary>
        <p>
          {meaning} {figures}
        </p>
        <p className="soft">
          {whatToDo}: {remedy}
        </p>
        {details.length > 0 && (
          <ul className={styles.details}>
            {details.map((detail) => {
              const told = detailInWords(kind, detail, words, formats);
              return told === null ? (
                <li key={detail} lang="en">
                  {detail}
                </li>
              ) : (
                <li key={detail}>{told}</li>
              );
            })}
          </ul>
        )}
      </details>
    </li>
  );
}
