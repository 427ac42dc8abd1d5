import type { SourceItem } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../parts/button.tsx';
import { FigureList } from '../../parts/figure-list.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { When } from '../../parts/when.tsx';
import { backfillOf } from './backfill.ts';
import { SilenceLines } from './silence-lines.tsx';
import { sourcesMessages } from './sources.messages.ts';
import styles from './sources-view.module.css';

interface SourceCardProps {
  readonly source: SourceItem;
  readonly isSelected: boolean;
  readonly onSelect: (isSelected: boolean) => void;
}

/** One source: what it holds, how fresh it is, and how far it has been read. */
export function SourceCard({ source, isSelected, onSelect }: SourceCardProps) {
  const messages = useMessages(sourcesMessages);
  const { noDate } = useMessages(commonMessages);
  const { number, day, duration } = useFormats();
  const { name, location, digests, deleted, entries, papers, waiting, coming, failed, problems, changedAt, scannedAt } =
    source;
  const { kind, firstDate, newestDate, configured } = source;
  const backfill = backfillOf(source);
  const isFine = waiting + failed + problems === 0;
  return (
    <li className={styles.source} data-source={name} data-selected={isSelected || undefined}>
      <div>
        <h2>{name}</h2>
        <p className={styles.location}>
          <span className={styles.kind} data-kind={kind}>
            {messages.kinds[kind]}
          </span>
          {location !== '' && ` · ${location}`}
        </p>
      </div>
      <FigureList
        figures={[
          { name: messages.digests, value: number(digests) },
          { name: messages.entries, value: number(entries) },
          { name: messages.papers, value: number(papers) },
          {
            name: messages.span,
            value: firstDate === null || newestDate === null ? noDate : `${day(firstDate)} – ${day(newestDate)}`,
          },
          { name: messages.changed, value: <When at={changedAt} isAge /> },
          ...(scannedAt === null ? [] : [{ name: messages.scanned, value: <When at={scannedAt} isAge /> }]),
        ]}
      />
      {backfill && (
        <div className={styles.progress}>
          <progress
            max={backfill.all}
            value={backfill.read}
            aria-label={messages.progress(number(backfill.read), number(backfill.all))}
          />
          <span>
            {messages.progress(number(backfill.read), number(backfill.all))},{' '}
            {backfill.seconds === null ? messages.still : messages.left(duration(backfill.seconds))}
          </span>
        </div>
      )}
      <p className={styles.troubles}>
        {isFine && <span>{source.silences.length > 0 ? messages.fineButSilent : messages.fine}</span>}
        {!configured && <span data-tone="warn">{messages.unconfigured}</span>}
        {waiting > 0 && <span data-tone="warn">{messages.waiting(number(waiting))}</span>}
        {coming > 0 && <span>{messages.coming(number(coming))}</span>}
        {failed > 0 && <span data-tone="bad">{messages.failed(number(failed))}</span>}
        {problems > 0 && <span data-tone="bad">{messages.problems(number(problems))}</span>}
        {deleted > 0 && <span>{messages.deleted(number(deleted))}</span>}
      </p>
      <SilenceLines {...source} />
      <div>
        <Button aria-pressed={isSelected} onClick={() => onSelect(!isSelected)}>
          {messages.choose}
        </Button>
      </div>
    </li>
  );
}
