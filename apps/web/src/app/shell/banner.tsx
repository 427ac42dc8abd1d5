import { useQuery } from '@tanstack/react-query';
import { isThrottled } from '../../api/client.ts';
import { statusQuery } from '../../api/queries.ts';
import { useMessages } from '../messages/use-messages.ts';
import styles from './banner.module.css';
import { shellMessages } from './shell.messages.ts';

/** What holds everything up, as long as it does. */
export function Banner() {
  const messages = useMessages(shellMessages);
  const { data, isError, error } = useQuery(statusQuery());
  const reasons = data?.readiness.ready === false ? data.readiness.reasons : [];
  return (
    <p className={styles.banner} role="alert" hidden={!isError && reasons.length === 0}>
      {isError && (isThrottled(error) ? messages.throttled : messages.disconnected)}
      {!isError && reasons.length > 0 && (
        <>
          {messages.waits} <span lang="en">{reasons.join('; ')}</span>
        </>
      )}
    </p>
  );
}
