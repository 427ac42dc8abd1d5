import { Link } from '@tanstack/react-router';
import { issueName } from '../../messages/issues.messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { mostFrequent, type Counts } from './quality-figures.ts';
import styles from './quality-view.module.css';

/** Each kind of finding, how often, and the way to the papers that have it. */
export function IssueBars({ issues, source }: { readonly issues: Counts; readonly source: string | undefined }) {
  const { language } = usePreferences();
  const { number } = useFormats();
  const sorted = mostFrequent(issues);
  const most = sorted[0]?.count ?? 1;
  return (
    <ol className={styles.issues}>
      {sorted.map(({ code, count }) => (
        <li key={code}>
          <Link
            to="/read"
            search={{ issue: code, ...(source === undefined ? {} : { source }) }}
            className={styles.issue}
          >
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(100 * count) / most} height="10" rx="0.5" />
            </svg>
            <span>{issueName(code, language)}</span>
            <span>{number(count)}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
