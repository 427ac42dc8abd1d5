import { useQuery } from '@tanstack/react-query';
import { digestQuery } from '../../../api/queries.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Text } from '../../parts/text.tsx';
import { useExplanation } from '../../parts/use-explanation.ts';
import styles from './digest-findings.module.css';
import { sourcesMessages } from './sources.messages.ts';

/** What the parser found in one digest, in the order of the file: where, what it means, and what can be done. */
export function DigestFindings({ sha256 }: { readonly sha256: string }) {
  const messages = useMessages(sourcesMessages);
  const { atLine, remedy } = useMessages(commonMessages);
  const explain = useExplanation();
  return (
    <Answer query={useQuery(digestQuery(sha256))} lines={2}>
      {({ diagnostics }) => (
        <ol className={styles.findings}>
          {diagnostics.map((found, index) => {
            const told = explain(found.code, found);
            return (
              <li key={index} data-severity={found.severity} data-finding={found.code}>
                <p className={styles.where}>
                  <strong>{atLine(found.line)}</strong>
                  {found.field !== null && <span className="mono">{found.field}</span>}
                  <span>{messages.severities[found.severity]}</span>
                  <span className="mono">{found.code}</span>
                </p>
                <p>{told.meaning}</p>
                {found.message !== found.meaning && (
                  <p lang="en" dir="auto" className={styles.more}>
                    <Text>{found.message}</Text>
                  </p>
                )}
                {told.remedy !== '' && (
                  <p className={styles.more}>
                    {remedy}: {told.remedy}
                  </p>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </Answer>
  );
}
