import type { Payload } from '../../api/types.ts';
import styles from './payload-view.module.css';

interface PayloadViewProps {
  readonly payload: Partial<Payload>;
  readonly label: string;
}

/** What an event says, as text that people can read. */
export function PayloadView({ payload, label }: PayloadViewProps) {
  return (
    <pre className={styles.payload} tabIndex={0} aria-label={label}>
      {payloadText(payload)}
    </pre>
  );
}

/** JSON in lines, other text as it is, and what is neither as base64. */
export function payloadText({ json, text, base64 }: Partial<Payload>): string {
  if (json !== null && json !== undefined) return JSON.stringify(json, null, 2);
  return text ?? base64 ?? '';
}
