import type { Hop } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { ErrorMessage } from '../../parts/error-message.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { When } from '../../parts/when.tsx';
import styles from './hop-table.module.css';
import { traceMessages } from './trace.messages.ts';

/** What each consumer did with one event. */
export function HopTable({ hops }: { readonly hops: readonly Hop[] }) {
  const messages = useMessages(traceMessages);
  const { number, duration } = useFormats();
  if (hops.length === 0) return <p className="soft small">{messages.noHops}</p>;
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={messages.consumer}>
      <table className="table">
        <thead>
          <tr>
            <th>{messages.consumer}</th>
            <th>{messages.status}</th>
            <th className="number">{messages.attempts}</th>
            <th className="number">{messages.redrives}</th>
            <th className="number">{messages.took2}</th>
            <th>{messages.settled}</th>
            <th>{messages.position}</th>
            <th>{messages.version}</th>
          </tr>
        </thead>
        <tbody>
          {hops.map((hop) => (
            <tr key={hop.consumer} data-hop={hop.consumer}>
              <td>
                {hop.webhook === null ? hop.consumer : messages.webhook(hop.webhook)}
                {hop.code !== null && (
                  <p className={styles.error}>
                    <ErrorMessage code={hop.code} message={hop.message} />
                  </p>
                )}
              </td>
              <td className={styles.status} data-status={hop.status}>
                <HopStatus hop={hop} />
              </td>
              <td className="number">{number(hop.attempts)}</td>
              <td className="number">{number(hop.redrives)}</td>
              <td className={`number ${styles.took}`}>{hop.seconds === null ? '–' : duration(hop.seconds)}</td>
              <td>{hop.settledAt === null ? '–' : <When at={hop.settledAt} />}</td>
              <td className="mono">{hop.offset === null ? '–' : `${hop.partition ?? 0}:${hop.offset}`}</td>
              <td className="mono">{hop.serviceVersion ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HopStatus({ hop: { status, webhook, nextAt } }: { readonly hop: Hop }) {
  const messages = useMessages(traceMessages);
  const meanings: Readonly<Record<string, string>> = messages.statusMeanings;
  const name = webhook !== null && status === 'done' ? messages.delivered : messages.statuses[status];
  return (
    <>
      {name}
      {meanings[status] !== undefined && <p className={styles.meaning}>{meanings[status]}</p>}
      {nextAt !== null && (
        <p className={styles.meaning}>
          {messages.next} <When at={nextAt} />
        </p>
      )}
    </>
  );
}
