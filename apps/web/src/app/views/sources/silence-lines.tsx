import type { SourceItem } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { sourcesMessages } from './sources.messages.ts';
import styles from './sources-view.module.css';

/** More feeds than these are counted. */
const NAMED = 3;

type SilenceLinesProps = Pick<SourceItem, 'silences' | 'newestDate'>;

/** Which feeds of a source have fallen silent, those that did last first. */
export function SilenceLines({ silences, newestDate }: SilenceLinesProps) {
  const messages = useMessages(sourcesMessages);
  const { day, number } = useFormats();
  if (silences.length === 0) return null;
  return (
    <ul className={styles.silences}>
      {silences.slice(0, NAMED).map(({ feed, since }) => (
        <li key={feed}>
          {feed === '' && newestDate !== null
            ? messages.silent(day(newestDate), day(since))
            : messages.silentFeed(feed, day(since))}
        </li>
      ))}
      {silences.length > NAMED && <li>{messages.moreSilent(number(silences.length - NAMED))}</li>}
    </ul>
  );
}
