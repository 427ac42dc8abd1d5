import { ApiError } from '../../api/client.ts';
import styles from './refusal.module.css';
import { useExplanation } from './use-explanation.ts';

/** Why a command was not taken, and what can be done. */
export function Refusal({ error }: { readonly error: Error | null }) {
  const explain = useExplanation();
  if (error === null) return null;
  const known = error instanceof ApiError && error.code !== null;
  const { meaning, remedy } = known ? explain(error.code, error.explanation) : { meaning: '', remedy: '' };
  return (
    <p role="alert" className={styles.failed}>
      {known ? `${error.code}: ${meaning}` : <span lang="en">{error.message}</span>}
      {known && error.message !== error.explanation.meaning && (
        <span className={styles.remedy} lang="en">
          {error.message}
        </span>
      )}
      {remedy !== '' && <span className={styles.remedy}>{remedy}</span>}
    </p>
  );
}
