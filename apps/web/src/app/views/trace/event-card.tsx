import { useNavigate, useSearch } from '@tanstack/react-router';
import type { TracedEvent } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { When } from '../../parts/when.tsx';
import styles from './event-card.module.css';
import { eventName } from './event-name.ts';
import { HopTable } from './hop-table.tsx';
import { PayloadPanel } from './payload-panel.tsx';
import { traceMessages } from './trace.messages.ts';

interface EventCardProps {
  readonly event: TracedEvent;
  /** All of the trace, to compare with. */
  readonly events: readonly TracedEvent[];
}

const WORST = ['dead', 'retrying', 'waiting', 'done'] as const;

/** One event: what it is, what each consumer did with it, and what it says. */
export function EventCard({ event, events }: EventCardProps) {
  const messages = useMessages(traceMessages);
  const navigate = useNavigate();
  const params = useSearch({ from: '/trace' });
  const { eventId, type, topic, subject, key, revision, replayId, announcedAt, hops } = event;
  const name = messages.types[eventName(event)] ?? type ?? topic;
  const worst = WORST.find((status) => hops.some((hop) => hop.status === status)) ?? 'done';
  const { of, event: open } = params;
  const isOpen = open === eventId;
  return (
    <li className={styles.event} data-status={worst} data-event={eventId}>
      <header className={styles.head}>
        <h2>{name}</h2>
        {revision !== null && <span>{messages.revision(String(revision))}</span>}
        {replayId !== null && <span>{messages.replay}</span>}
        <span>{announcedAt === null ? messages.unknown : <When at={announcedAt} />}</span>
      </header>
      <p className={styles.subject}>{(subject ?? key).replaceAll('\n', ' › ')}</p>
      <HopTable hops={hops} />
      <details
        open={isOpen}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open === isOpen) return;
          const search = { ...(of === undefined ? {} : { of }), ...(currentTarget.open ? { event: eventId } : {}) };
          void navigate({ to: '/trace', search, replace: true });
        }}
      >
        <summary>{messages.payload}</summary>
        {isOpen && <PayloadPanel event={event} events={events} />}
        <p className={styles.id}>
          <span className="mono">{eventId}</span> <CopyButton text={eventId} label={messages.copyId} />
        </p>
      </details>
    </li>
  );
}
