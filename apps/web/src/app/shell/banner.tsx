import { useQuery } from '@tanstack/react-query';
import { statusQuery } from '../../api/queries.ts';
import { useMessages } from '../messages/use-messages.ts';
import styles from './banner.module.css';
import { shellMessages } from './shell.messages.ts';

/** What holds everything up, as long as it does. */
export function Banner() {
  const messages = useMessages(shellMessages);
  const { data, isError } = useQuery(statusQuery());
  const reasons = data?.readiness.ready === false ? data.readiness.reasons : [];
  const text = isError ? messages.disconnected : reasons.length > 0 ? `${messages.waits} ${reasons.join('; ')}` : null;
  return (
    <p className={styles.banner} role="alert" hidden={text === null}>
      {text}
    </p>
  );
}
