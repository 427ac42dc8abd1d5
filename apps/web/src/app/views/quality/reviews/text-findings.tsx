import type { QueuedText } from '../../../../api/types.ts';
import { commonMessages } from '../../../messages/common.messages.ts';
import { issueName } from '../../../messages/issues.messages.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Text } from '../../../parts/text.tsx';
import { usePreferences } from '../../../preferences/use-preferences.ts';
import styles from './reviews.module.css';

/** What was found in a text, a line each, in the reader's language. */
export function TextFindings({ issues }: { readonly issues: QueuedText['issues'] }) {
  const { severities } = useMessages(commonMessages);
  const { language } = usePreferences();
  return (
    <ul className={styles.findings}>
      {issues.map((issue, index) => (
        <li key={index} data-severity={issue.severity}>
          <strong>{issueName(issue.code, language)}</strong> <span>{severities[issue.severity]}</span>{' '}
          <Text>{issue.message[language]}</Text>
        </li>
      ))}
    </ul>
  );
}
