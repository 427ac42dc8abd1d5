import { Link } from '@tanstack/react-router';
import type { DayItem, DayState } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import styles from './day-card.module.css';
import { todayMessages } from './today.messages.ts';

const TONES = { complete: 'good', partial: 'warn', missing: 'none' } as const;

interface DayCardProps {
  readonly date: string;
  readonly latest: string;
  /** Distinct papers of that day. */
  readonly papers: number;
  /** What each source brought of that day. */
  readonly items: readonly DayItem[];
}

const sum = (items: readonly DayItem[], of: (item: DayItem) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** One day: what came, from where, and whether anything is still to come. */
export function DayCard({ date, latest, papers, items }: DayCardProps) {
  const messages = useMessages(todayMessages);
  const { longDay, number, percent } = useFormats();
  const state: DayState = items.every((item) => item.state === 'complete')
    ? items.length > 0
      ? 'complete'
      : 'missing'
    : items.every((item) => item.state === 'missing')
      ? 'missing'
      : 'partial';
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
        {items.map((item) => (
          <li key={item.source}>
            <span className={`dot ${styles.state}`} data-tone={TONES[item.state]}>
              {item.source}
            </span>
            <span>{messages.papers(number(item.papers))}</span>
            <span>{messages.digests(number(item.digests))}</span>
            {item.waiting > 0 && <span>{messages.waiting(number(item.waiting))}</span>}
            {item.failed > 0 && <span className={styles.failed}>{messages.failed(number(item.failed))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
