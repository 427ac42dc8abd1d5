import { useQuery } from '@tanstack/react-query';
import { noticesQuery } from '../../api/queries.ts';
import type { Notice } from '../../api/types.ts';
import { commonMessages } from '../messages/common.messages.ts';
import { noticeMessages } from '../messages/notices.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import styles from './notice-list.module.css';
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
  const { day } = useFormats();
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
        <p>{meaning}</p>
        <p className="soft">
          {whatToDo}: {remedy}
        </p>
        {details.length > 0 && (
          <ul className={styles.details}>
            {details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </details>
    </li>
  );
}
