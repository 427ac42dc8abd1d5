import type { Paper } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { issueName } from '../../messages/issues.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Text } from '../../parts/text.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import styles from './findings.module.css';
import { issueKey } from './issue-marks.ts';
import { readerMessages } from './reader.messages.ts';

interface FindingsProps {
  readonly paper: Paper;
  readonly active: string | null;
  readonly onActive: (index: number | null) => void;
}

/** What the check found, each explained in both languages; its places in the texts stand out with it. */
export function Findings({ paper, active, onActive }: FindingsProps) {
  const messages = useMessages(readerMessages);
  const common = useMessages(commonMessages);
  const { language } = usePreferences();
  const { percent } = useFormats();
  const { issues, abstract } = paper;
  if (abstract.zh === null && issues.length === 0) return null;
  return (
    <section className={styles.findings}>
      <h3>{messages.findings}</h3>
      {issues.length === 0 && <p className={styles.none}>{messages.noFindings}</p>}
      <ul>
        {issues.map((issue, index) => (
          <li key={index}>
            <button
              type="button"
              id={issueKey(index)}
              className={styles.finding}
              data-severity={issue.severity}
              aria-pressed={active === issueKey(index)}
              onMouseEnter={() => onActive(index)}
              onMouseLeave={() => onActive(null)}
              onFocus={() => onActive(index)}
              onClick={() => onActive(index)}
            >
              <span className={styles.kind}>
                <strong>{issueName(issue.code, language)}</strong>
                <span>
                  {common.severities[issue.severity]} · {common[issue.field]} · {percent(issue.probability)}
                </span>
              </span>
              <span lang="en">
                <Text>{issue.message.en}</Text>
              </span>
              <span lang="zh-Hans">
                <Text>{issue.message.zh}</Text>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
