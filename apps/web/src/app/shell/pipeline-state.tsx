import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { statusQuery } from '../../api/queries.ts';
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
  const { data, isError } = useQuery(statusQuery());
  const [tone, text] = !data
    ? ['quiet', messages.connecting]
    : isError || !data.readiness.ready
      ? ['bad', messages.connecting]
      : data.inFlight > 0
        ? ['warn', messages.working(number(data.inFlight))]
        : ['good', messages.complete];
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
