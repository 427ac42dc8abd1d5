import { Link } from '@tanstack/react-router';
import type { Flow } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { flowTotals } from './flow-totals.ts';
import { flowMessages } from './flow.messages.ts';
import styles from './flow-view.module.css';

/** Whether anybody has to look, and where. */
export function FlowSummary({ flow }: { readonly flow: Flow }) {
  const messages = useMessages(flowMessages);
  const { number } = useFormats();
  const { behind, retrying, dead } = flowTotals(flow);
  const tone = dead > 0 ? 'bad' : behind > 0 ? 'warn' : 'good';
  const waiting = messages.behind(number(behind));
  return (
    <p className={`dot ${styles.summary}`} data-tone={tone} role="status">
      {behind > 0 &&
        // What only waits is on no list.
        (retrying > 0 ? (
          <Link to="/dead-letters" search={{ show: 'retries' }}>
            {waiting}
          </Link>
        ) : (
          waiting
        ))}{' '}
      {dead > 0 && <Link to="/dead-letters">{messages.givenUp(number(dead))}</Link>}
      {behind + dead === 0 && messages.idle}
    </p>
  );
}
