import type { Hop } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { ErrorMessage } from '../../parts/error-message.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { When } from '../../parts/when.tsx';
import styles from './hop-table.module.css';
import { traceMessages } from './trace.messages.ts';

/** What each consumer did with one event. The roles are said, since on a phone the table is laid out as something else. */
export function HopTable({ hops }: { readonly hops: readonly Hop[] }) {
  const messages = useMessages(traceMessages);
  const { number, duration } = useFormats();
  if (hops.length === 0) return <p className="soft small">{messages.noHops}</p>;
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={messages.consumer}>
      <table className={`table ${styles.table}`} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">{messages.consumer}</th>
            <th role="columnheader">{messages.status}</th>
            <th role="columnheader" className="number">
              {messages.attempts}
            </th>
            <th role="columnheader" className="number">
              {messages.redrives}
            </th>
            <th role="columnheader" className="number">
              {messages.took2}
            </th>
            <th role="columnheader">{messages.settled}</th>
            <th role="columnheader">{messages.position}</th>
            <th role="columnheader">{messages.version}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {hops.map((hop) => (
            <tr key={hop.consumer} role="row" data-hop={hop.consumer}>
              <td role="cell" className={styles.consumer}>
                {hop.webhook === null ? hop.consumer : messages.webhook(hop.webhook)}
                {hop.code !== null && (
                  <p className={styles.error}>
                    <ErrorMessage code={hop.code} message={hop.message} />
                  </p>
                )}
              </td>
              <td role="cell" className={styles.status} data-label={messages.status} data-status={hop.status}>
                <HopStatus hop={hop} />
              </td>
              <td role="cell" className="number" data-label={messages.attempts}>
                {number(hop.attempts)}
              </td>
              <td role="cell" className="number" data-label={messages.redrives}>
                {number(hop.redrives)}
              </td>
              <td role="cell" className={`number ${styles.took}`} data-label={messages.took2}>
                {hop.seconds === null ? '–' : duration(hop.seconds)}
              </td>
              <td role="cell" data-label={messages.settled}>
                {hop.settledAt === null ? '–' : <When at={hop.settledAt} />}
              </td>
              <td role="cell" className="mono" data-label={messages.position}>
                {hop.offset === null ? '–' : `${hop.partition ?? 0}:${hop.offset}`}
              </td>
              <td role="cell" className="mono" data-label={messages.version}>
                {hop.serviceVersion ?? '–'}
              </td>
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
