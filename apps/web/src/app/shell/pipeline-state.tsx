import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isThrottled } from '../../api/client.ts';
import { statusQuery } from '../../api/queries.ts';
import type { Status } from '../../api/types.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormats } from '../parts/use-formats.ts';
import { changePreferences, usePreferences } from '../preferences/use-preferences.ts';
import styles from './pipeline-state.module.css';
import { shellMessages } from './shell.messages.ts';

/** One line that says whether everything is done. */
export function PipelineState() {
  const messages = useMessages(shellMessages);
  const { live } = usePreferences();
  const { number } = useFormats();
  const { data, error } = useQuery(statusQuery());
  const [tone, text] = tell(messages, data, error, number);
  return (
    <div className={styles.state}>
      <Link to="/flow" className={`dot ${styles.line}`} data-tone={tone} data-busy={tone === 'warn' || undefined}>
        <span className={styles.text}>{text}</span>
      </Link>
      {!live && (
        <button
          type="button"
          className={styles.paused}
          onClick={() => changePreferences({ live: true })}
          aria-label={messages.resume}
          title={messages.resume}
        >
          ❚❚
        </button>
      )}
    </div>
  );
}

/** The first that is so: it is not known, something is on its way, tried again, or given up, or all is done. */
function tell(
  messages: (typeof shellMessages)['en'],
  status: Status | undefined,
  error: Error | null,
  number: (value: number) => string,
): [tone: 'quiet' | 'bad' | 'warn' | 'good', text: string] {
  if (isThrottled(error)) return ['quiet', messages.slowed];
  if (!status) return ['quiet', messages.connecting];
  if (error || !status.readiness.ready) return ['bad', messages.connecting];
  const { inFlight, retrying, dead } = status;
  if (inFlight > 0) return ['warn', messages.working(number(inFlight))];
  if (retrying > 0) return ['warn', messages.retrying(number(retrying))];
  return dead > 0 ? ['bad', messages.dead(number(dead))] : ['good', messages.complete];
}
