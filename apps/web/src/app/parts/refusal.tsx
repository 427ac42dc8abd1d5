import { ApiError } from '../../api/client.ts';
import styles from './refusal.module.css';

/** Why a command was not taken, and what can be done. */
export function Refusal({ error }: { readonly error: Error | null }) {
  if (error === null) return null;
  const known = error instanceof ApiError && error.code !== null;
  return (
    <p role="alert" className={styles.failed}>
      {known ? `${error.code}: ${error.message}` : error.message}
      {known && error.remedy !== null && <span className={styles.remedy}>{error.remedy}</span>}
    </p>
  );
}
