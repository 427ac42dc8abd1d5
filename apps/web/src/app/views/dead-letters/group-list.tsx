import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useExplanation } from '../../parts/use-explanation.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { deadLettersMessages } from './dead-letters.messages.ts';
import styles from './group-list.module.css';

/** Events that have the same code at the same consumer. */
export interface LetterGroup {
  readonly code: string | null;
  readonly consumer: string;
  readonly meaning: string;
  readonly remedy: string;
  readonly count: number;
  readonly when: ReactNode;
}

interface GroupListProps {
  readonly groups: readonly LetterGroup[];
  readonly code: string | undefined;
  readonly consumer: string | undefined;
  readonly onSelect: (group: LetterGroup | null) => void;
}

/** What is wrong, how often, what it means and what can be done; one can be chosen. */
export function GroupList({ groups, code, consumer, onSelect }: GroupListProps) {
  const messages = useMessages(deadLettersMessages);
  const { remedy } = useMessages(commonMessages);
  const { number } = useFormats();
  const explain = useExplanation();
  return (
    <ul className={styles.groups}>
      {groups.map((group) => {
        const told = explain(group.code, group);
        const isSelected = (group.code ?? undefined) === code && group.consumer === consumer;
        return (
          <li key={`${group.code} ${group.consumer}`}>
            <button
              type="button"
              className={styles.group}
              aria-pressed={isSelected}
              onClick={() => onSelect(isSelected ? null : group)}
            >
              <span className={styles.count}>{number(group.count)}</span>
              <span className={styles.what}>
                <strong>{group.code ?? messages.noCode}</strong>
                <span>{group.consumer}</span>
                <span>{group.when}</span>
              </span>
              <span>{told.meaning}</span>
              {told.remedy !== '' && (
                <span className={styles.remedy}>
                  {remedy}: {told.remedy}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
