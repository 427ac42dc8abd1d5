import { commonMessages } from '../messages/common.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import styles from './loading.module.css';

/** Lines where text will be. It shows itself only to those who have to wait: what comes at once does not flicker. */
export function Loading({ lines = 5 }: { readonly lines?: number }) {
  const { loading } = useMessages(commonMessages);
  return (
    <div className={styles.loading} role="status">
      <span className="unseen">{loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.line} />
      ))}
    </div>
  );
}
