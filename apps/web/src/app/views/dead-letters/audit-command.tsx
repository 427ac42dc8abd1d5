import { useMessages } from '../../messages/use-messages.ts';
import { Text } from '../../parts/text.tsx';
import styles from './audit-command.module.css';
import { auditDetail } from './audit-words.ts';
import { auditMessages } from './audit.messages.ts';

/** What a command did and with what, in words; what was written of it is one click away. */
export function AuditCommand({ command, detail }: { readonly command: string; readonly detail: string }) {
  const { commands, facts: names, values, whole: wholeName } = useMessages(auditMessages);
  const { facts, whole } = auditDetail(detail);
  return (
    <div className={styles.command}>
      {/* What is newer than this page stands for itself. */}
      <strong data-command={command}>{wordFor(commands, command)}</strong>
      {facts.map(({ name, value }) => (
        <p key={name}>
          <span className={styles.name}>{names[name]}: </span>
          <Text>{wordFor(values, value)}</Text>
        </p>
      ))}
      {whole !== '' && (
        <details>
          <summary>{wholeName}</summary>
          <pre>
            <code>{command}</code>
            {'\n'}
            <Text>{whole}</Text>
          </pre>
        </details>
      )}
    </div>
  );
}

function wordFor(words: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
