import { useQuery } from '@tanstack/react-query';
import { statusQuery } from '../../../api/queries.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import styles from './figures.module.css';
import { todayMessages } from './today.messages.ts';

/** All that was ever taken, in one line. */
export function Figures() {
  const messages = useMessages(todayMessages);
  const { number, percent } = useFormats();
  const { data } = useQuery(statusQuery());
  if (!data) return null;
  const { digests, entries, papers, verdicts } = data;
  const figures = [
    [number(digests.seen), messages.allDigests],
    [number(entries), messages.allEntries],
    [number(papers), messages.allPapers],
    ...(papers > 0 ? [[percent(verdicts.accept / papers), messages.accepted]] : []),
  ] as const;
  return (
    <dl className={styles.figures} aria-label={messages.figures}>
      {figures.map(([value, name]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
