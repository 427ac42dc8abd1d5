import { Link } from '@tanstack/react-router';
import type { FlowStage } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { When } from '../../parts/when.tsx';
import { flowMessages } from './flow.messages.ts';
import styles from './stage-card.module.css';

/** Seconds after which waiting work is worth a colour. */
const SLOW = 60;

/** One stage. Colour appears only where somebody should look. */
export function StageCard({ stage }: { readonly stage: FlowStage }) {
  const messages = useMessages(flowMessages);
  const { number, decimal, duration } = useFormats();
  const { consumer, lag, oldestSeconds, retrying, dead, perMinuteIn, perMinuteOut, latency, movedAt } = stage;
  const name = messages.stages[consumer as keyof typeof messages.stages] ?? consumer;
  const does = messages.does[consumer as keyof typeof messages.does];
  const figures = [
    { name: messages.lag, value: number(lag), tone: lag > 0 && (oldestSeconds ?? 0) > SLOW ? 'warn' : undefined },
    {
      name: messages.oldest,
      value: oldestSeconds === null ? '–' : duration(oldestSeconds),
      tone: (oldestSeconds ?? 0) > SLOW ? 'warn' : undefined,
    },
    { name: messages.retrying, value: number(retrying), tone: retrying > 0 ? 'warn' : undefined, show: 'retries' },
    { name: messages.dead, value: number(dead), tone: dead > 0 ? 'bad' : undefined, show: 'letters' },
  ];
  return (
    <li className={styles.stage} data-busy={lag > 0 || undefined}>
      <h2>{name}</h2>
      <p className={styles.does}>{does ?? stage.topic}</p>
      <dl className={styles.rates}>
        <div>
          <dd>{decimal(perMinuteIn)}</dd>
          <dt>{messages.rateIn}</dt>
        </div>
        <div>
          <dd>{decimal(perMinuteOut)}</dd>
          <dt>{messages.rateOut}</dt>
        </div>
      </dl>
      <dl className={styles.figures}>
        {figures.map(({ name: label, value, tone, show }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd data-tone={tone}>
              {show && tone ? (
                <Link to="/dead-letters" search={{ consumer, ...(show === 'retries' ? { show } : {}) }}>
                  {value}
                </Link>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
        {latency.p50 !== null && latency.p99 !== null && (
          <>
            <div>
              <dt>{messages.p50}</dt>
              <dd>{duration(latency.p50)}</dd>
            </div>
            <div>
              <dt>{messages.p99}</dt>
              <dd>{duration(latency.p99)}</dd>
            </div>
          </>
        )}
      </dl>
      <p className={styles.moved}>
        {messages.lastMoved} <When at={movedAt} isAge />
      </p>
    </li>
  );
}
