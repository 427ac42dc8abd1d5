import { Link } from '@tanstack/react-router';
import type { DayItem, Silence } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import styles from './day-card.module.css';
import { stateOf } from './day-state.ts';
import { todayMessages } from './today.messages.ts';

const TONES = { complete: 'good', partial: 'warn', missing: 'none', silent: 'warn' } as const;

interface DayCardProps {
  readonly date: string;
  readonly latest: string;
  /** Distinct papers of that day. */
  readonly papers: number;
  /** What each source brought of that day. */
  readonly items: readonly DayItem[];
  /** Of the feeds that are silent on that day. */
  readonly silences: readonly Silence[];
}

const sum = (items: readonly DayItem[], of: (item: DayItem) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** One day: what came, from where, and whether anything is still to come. */
export function DayCard({ date, latest, papers, items, silences }: DayCardProps) {
  const messages = useMessages(todayMessages);
  const { longDay, number, percent } = useFormats();
  const state = stateOf(date, items, silences) ?? 'missing';
  const sources = [...new Set([...items, ...silences].map(({ source }) => source))].toSorted();
  const entries = sum(items, (item) => item.entries);
  return (
    <section className={styles.day}>
      <header className={styles.head}>
        <div>
          <p className={styles.which}>
            {date === latest ? messages.latest : messages.chosen}
            {date !== latest && (
              <Link to="/" replace>
                {messages.toLatest}
              </Link>
            )}
          </p>
          <h2>{longDay(date)}</h2>
          <p className={styles.sum}>
            <span className="dot" data-tone={TONES[state]}>
              {messages.states[state]}
            </span>
            <span>{messages.papers(number(papers))}</span>
            <span>{messages.digests(number(sum(items, (item) => item.digests)))}</span>
            {entries > 0 && (
              <span>{messages.withChinese(percent(sum(items, (item) => item.withChinese) / entries))}</span>
            )}
          </p>
        </div>
        {papers > 0 && (
          <Link to="/read" search={{ printed: date }} className={styles.read}>
            {messages.readThem}
          </Link>
        )}
      </header>
      <ul className={styles.sources}>
        {sources.map((source) => (
          <SourceLine
            key={source}
            source={source}
            date={date}
            item={items.find((item) => item.source === source)}
            silences={silences.filter((silence) => silence.source === source)}
          />
        ))}
      </ul>
    </section>
  );
}

interface SourceLineProps extends Pick<DayCardProps, 'date' | 'silences'> {
  readonly source: string;
  /** undefined: neither did anything come, nor is it missing. */
  readonly item: DayItem | undefined;
}

/** What one source brought of a day, and which of its feeds did not. */
function SourceLine({ source, date, item, silences }: SourceLineProps) {
  const messages = useMessages(todayMessages);
  const { number, day } = useFormats();
  const state = stateOf(date, item ? [item] : [], silences) ?? 'missing';
  const lacking = item?.missing.filter((feed) => feed !== '') ?? [];
  return (
    <li>
      <span className={`dot ${styles.state}`} data-tone={TONES[state]}>
        {source}
      </span>
      {item && item.digests > 0 ? (
        <>
          <span>{messages.papers(number(item.papers))}</span>
          <span>{messages.digests(number(item.digests))}</span>
        </>
      ) : (
        silences.length === 0 && lacking.length === 0 && <span>{messages.states.missing}</span>
      )}
      {item && item.waiting > 0 && <span>{messages.waiting(number(item.waiting))}</span>}
      {item && item.failed > 0 && <span className={styles.failed}>{messages.failed(number(item.failed))}</span>}
      {lacking.length > 0 && <span className={styles.failed}>{messages.lacks(lacking)}</span>}
      {silences.map(({ feed, since }) => (
        <span key={feed} className={styles.silent}>
          {messages.silent(feed, day(since))}
        </span>
      ))}
    </li>
  );
}
