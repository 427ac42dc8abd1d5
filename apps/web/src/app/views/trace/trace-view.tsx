import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiError } from '../../../api/client.ts';
import { traceQuery } from '../../../api/queries.ts';
import type { Trace } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { ViewHead } from '../../parts/view-head.tsx';
import { EventCard } from './event-card.tsx';
import { traceMessages } from './trace.messages.ts';
import styles from './trace-view.module.css';

/** The way of one paper, event or digest, hop by hop. */
export function TraceView() {
  const messages = useMessages(traceMessages);
  const navigate = useNavigate();
  const { of = '' } = useSearch({ from: '/trace' });
  const [wanted, setWanted] = useState(of);
  useEffect(() => setWanted(of), [of]);
  const query = useQuery({ ...traceQuery(of), enabled: of !== '' });
  return (
    <div className="view">
      <ViewHead title={messages.title} lead={messages.lead} />
      <form
        role="search"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: '/trace', search: wanted.trim() === '' ? {} : { of: wanted.trim() } });
        }}
      >
        <input
          type="search"
          className="field"
          maxLength={200}
          spellCheck={false}
          aria-label={messages.box}
          placeholder={messages.box}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        <Button type="submit" look="strong">
          {messages.go}
        </Button>
      </form>
      {of === '' ? (
        <Notice title={messages.ask} hint={messages.askHint} />
      ) : query.error instanceof ApiError && query.error.status < 500 && query.error.status >= 400 ? (
        <Notice title={messages.missing} hint={messages.missingHint} />
      ) : (
        <Answer query={query}>{(trace) => <TraceBody trace={trace} />}</Answer>
      )}
    </div>
  );
}

function TraceBody({ trace }: { readonly trace: Trace }) {
  const messages = useMessages(traceMessages);
  const { number, duration } = useFormats();
  const { kind, of, isWhole, events, seconds } = trace;
  if (events.length === 0) return <Notice title={messages.missing} hint={messages.missingHint} />;
  return (
    <>
      <p className={styles.sum}>
        <strong>{messages.kinds[kind]}</strong> <span className="mono">{of}</span>
        <span>{messages.events(number(events.length))}</span>
        {seconds !== null && <span>{messages.took(duration(seconds))}</span>}
        {!isWhole && <span>{messages.cut}</span>}
        {kind === 'paper' && (
          <Link to="/read/$" params={{ _splat: of }}>
            {messages.openPaper}
          </Link>
        )}
      </p>
      <ol className={styles.events}>
        {events.map((event) => (
          <EventCard key={event.eventId} event={event} events={events} />
        ))}
      </ol>
    </>
  );
}
