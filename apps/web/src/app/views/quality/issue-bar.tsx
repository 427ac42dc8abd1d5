import { Link } from '@tanstack/react-router';
import { issueName } from '../../messages/issues.messages.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import styles from './quality-view.module.css';

interface IssueBarProps {
  readonly code: string;
  /** Whose papers it leads to; undefined: those of all sources. */
  readonly source: string | undefined;
  /** How long the bar is, from 0 to 1. */
  readonly length: number;
  readonly figure: string;
}

/** One kind of finding, how often, and the way to the papers that have it. */
export function IssueBar({ code, source, length, figure }: IssueBarProps) {
  const { language } = usePreferences();
  return (
    <li>
      <Link to="/read" search={{ issue: code, ...(source === undefined ? {} : { source }) }} className={styles.issue}>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width={100 * length} height="10" rx="0.5" />
        </svg>
        <span>{issueName(code, language)}</span>
        <span>{figure}</span>
      </Link>
    </li>
  );
}
