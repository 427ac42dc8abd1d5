import { useQuery } from '@tanstack/react-query';
import { noticesQuery } from '../../api/queries.ts';
import type { Notice } from '../../api/types.ts';
import { commonMessages } from '../messages/common.messages.ts';
import { noticeFigureMessages } from '../messages/notice-figures.messages.ts';
import { noticeGroupMessages, noticeMessages } from '../messages/notices.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Answer } from './answer.tsx';
import styles from './notice-list.module.css';
import { groupNotices, isSilence } from './notice-order.ts';
import { detailInWords, figuresInWords } from './notice-words.ts';
import { useExplanation } from './use-explanation.ts';
import { useFormats } from './use-formats.ts';

interface NoticeListProps {
  readonly title: string;
  /** Of one source; of all, unless one is given. */
  readonly source?: string | undefined;
}

/** Lines that wait for what was noticed. */
const LINES = 3;

/** What was noticed about sources as a whole and still holds: drift, gaps, repetitions. Nothing where there is nothing. */
export function NoticeList({ title, source }: NoticeListProps) {
  const query = useQuery(noticesQuery());
  const isOf = (notice: Notice): boolean => source === undefined || notice.source === source;
  if (query.data?.items.some(isOf) === false) return null;
  return (
    <section className="section">
      <h2>{title}</h2>
      <Answer query={query} size="block" lines={LINES}>
        {({ items }) => <Groups notices={items.filter(isOf)} />}
      </Answer>
    </section>
  );
}

function Groups({ notices }: { readonly notices: readonly Notice[] }) {
  const { moreNow, over } = useMessages(noticeGroupMessages);
  const { number } = useFormats();
  const groups = groupNotices(notices);
  return (
    <>
      <Items notices={groups.shown} />
      {groups.more.length > 0 && (
        <details className={styles.group}>
          <summary>{moreNow(number(groups.more.length))}</summary>
          <Items notices={groups.more} />
        </details>
      )}
      {groups.over.length > 0 && (
        <details className={styles.group}>
          <summary>{over(number(groups.over.length))}</summary>
          <Items notices={groups.over} />
        </details>
      )}
    </>
  );
}

function Items({ notices }: { readonly notices: readonly Notice[] }) {
  return (
    notices.length > 0 && (
      <ul className={styles.notices}>
        {notices.map((notice) => (
          <NoticeItem key={[notice.source, notice.kind, notice.about, notice.since].join('\n')} notice={notice} />
        ))}
      </ul>
    )
  );
}

function NoticeItem({ notice }: { readonly notice: Notice }) {
  const names = useMessages(noticeMessages);
  const { remedy: whatToDo } = useMessages(commonMessages);
  const { since: sinceDay, silentSince } = useMessages(noticeGroupMessages);
  const words = useMessages(noticeFigureMessages);
  const formats = useFormats();
  const { day } = formats;
  const figures = figuresInWords(notice, words, formats);
  const { kind, source, about, since, until, details } = notice;
  const { meaning, remedy } = useExplanation()(kind, notice);
  const isSilent = isSilence(notice);
  const period = (first: string): string =>
    until === null ? sinceDay(day(first)) : [...new Set([first, until])].map(day).join(' – ');
  return (
    <li>
      <details className={styles.notice}>
        <summary>
          <strong className="dot" data-tone="warn">
            {isSilent && since !== null ? silentSince(day(since)) : names[kind]}
          </strong>
          <span>{[source, about].filter((each) => each !== '').join(' › ')}</span>
          {!isSilent && since !== null && <span>{period(since)}</span>}
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
