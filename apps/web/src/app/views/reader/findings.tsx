import { useEffect } from 'react';
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
import { focusMark, type IssueChoice } from './use-issue-choice.ts';

interface FindingsProps {
  readonly paper: Paper;
  readonly issue: IssueChoice;
}

/** What the check found, each explained in both languages; its places in the texts stand out with it. */
export function Findings({ paper, issue: { active, sought, onLook, onFound } }: FindingsProps) {
  const messages = useMessages(readerMessages);
  const common = useMessages(commonMessages);
  const { language } = usePreferences();
  const { percent } = useFormats();
  const { issues, abstract } = paper;
  useEffect(() => {
    if (sought === null) return;
    document.getElementById(sought)?.focus();
    onFound();
  }, [sought, onFound]);
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
              data-issue={issueKey(index)}
              className={styles.finding}
              data-severity={issue.severity}
              aria-pressed={active === issueKey(index)}
              onMouseEnter={() => onLook(issueKey(index))}
              onMouseLeave={() => onLook(null)}
              onFocus={() => onLook(issueKey(index))}
              onClick={() => focusMark(issueKey(index))}
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
