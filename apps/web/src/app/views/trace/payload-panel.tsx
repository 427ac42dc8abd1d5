import { useNavigate, useSearch } from '@tanstack/react-router';
import { diffLines } from 'diff';
import type { TracedEvent } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { payloadText, PayloadView } from '../../parts/payload-view.tsx';
import styles from './payload-panel.module.css';
import { traceMessages } from './trace.messages.ts';

/** Its announcements are pointers: whoever sends them loads the state that holds then (docs/protocol.md, 4). */
const STATES = 'arxiv.paper.state.v1';

interface PayloadPanelProps {
  readonly event: TracedEvent;
  readonly events: readonly TracedEvent[];
}

/** What an event says, alone or beside another one of the same topic. */
export function PayloadPanel({ event, events }: PayloadPanelProps) {
  const messages = useMessages(traceMessages);
  const navigate = useNavigate();
  const params = useSearch({ from: '/trace' });
  if (event.payload === null) {
    return <p className="soft small">{event.topic === STATES ? messages.pointer : messages.noPayload}</p>;
  }
  const others = events.filter(
    ({ eventId, topic, payload }) => topic === event.topic && eventId !== event.eventId && payload !== null,
  );
  const other = others.find(({ eventId }) => eventId === params.with);
  return (
    <div className={styles.panel}>
      {others.length > 0 && (
        <label className={styles.compare}>
          {messages.compare}
          <select
            className="field"
            value={other?.eventId ?? ''}
            onChange={({ target }) => {
              const { with: _, ...rest } = params;
              const search = target.value === '' ? rest : { ...rest, with: target.value };
              void navigate({ to: '/trace', search, replace: true });
            }}
          >
            <option value="">{messages.nothing}</option>
            {others.map(({ eventId, subject, key, revision }) => (
              <option key={eventId} value={eventId}>
                {(subject ?? key).replaceAll('\n', ' › ')}
                {revision !== null && ` · ${messages.revision(String(revision))}`}
              </option>
            ))}
          </select>
        </label>
      )}
      {other?.payload ? (
        <Difference before={payloadText(other.payload)} after={payloadText(event.payload)} />
      ) : (
        <PayloadView payload={event.payload} label={messages.payload} />
      )}
    </div>
  );
}

function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  const messages = useMessages(traceMessages);
  const parts = diffLines(before, after);
  if (parts.every(({ added, removed }) => !added && !removed)) return <p className="soft small">{messages.same}</p>;
  return (
    <pre className={styles.difference} tabIndex={0} aria-label={messages.payload}>
      {parts.map(({ added, removed, value }, index) => {
        if (added) return <ins key={index}>{prefixed('+ ', value)}</ins>;
        if (removed) return <del key={index}>{prefixed('- ', value)}</del>;
        return <span key={index}>{prefixed('  ', value)}</span>;
      })}
    </pre>
  );
}

/** Each line with a sign, for colours alone say nothing to many. */
function prefixed(sign: string, lines: string): string {
  return lines.replaceAll(/^(?=.)/gm, sign);
}
