import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { retriesQuery } from '../../../api/queries.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import type { Command } from '../../parts/command.ts';
import { ErrorMessage } from '../../parts/error-message.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { When } from '../../parts/when.tsx';
import { deadLettersMessages } from './dead-letters.messages.ts';
import type { LetterParams } from './dead-letters-view.tsx';
import { GroupList } from './group-list.tsx';
import { scopeOf, useLetterCommand, type LetterCommand } from './letter-commands.ts';
import styles from './letter-list.module.css';

interface RetriesListProps {
  readonly params: LetterParams;
  readonly onChange: (params: LetterParams) => void;
}

/** What will be tried again by itself, the next first. */
export function RetriesList({ params, onChange }: RetriesListProps) {
  const { code, consumer, q } = params;
  const letterCommand = useLetterCommand();
  const [command, setCommand] = useState<Command | null>(null);
  const messages = useMessages(deadLettersMessages);
  const { more } = useMessages(commonMessages);
  const { number } = useFormats();
  const query = useInfiniteQuery(retriesQuery({ code, consumer, q }));
  const groups = query.data?.pages[0]?.groups ?? [];
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = groups.filter((group) => (group.code ?? undefined) === code && group.consumer === consumer);
  const count = (chosen.length > 0 ? chosen : groups).reduce((sum, group) => sum + group.count, 0);
  const shown = items.map(({ eventId }) => eventId);
  const meant = q === undefined ? count : shown.length;
  const give = (name: LetterCommand): void => setCommand(letterCommand(name, scopeOf(params, shown)));
  const kept = { show: 'retries', ...(q === undefined ? {} : { q }) };
  return (
    <>
      <Answer query={query}>
        {() =>
          groups.length === 0 ? (
            <Notice
              {...(q === undefined
                ? { title: messages.noRetries, hint: messages.noRetriesHint }
                : { title: messages.nothing })}
            />
          ) : (
            <>
              <GroupList
                groups={groups.map((group) => ({
                  ...group,
                  when: (
                    <>
                      {messages.next} <When at={group.nextAt} />
                    </>
                  ),
                }))}
                code={code}
                consumer={consumer}
                onSelect={(group) =>
                  onChange(group ? { ...kept, code: group.code ?? '', consumer: group.consumer } : kept)
                }
              />
              <div className={styles.tools}>
                <Button disabled={meant === 0} onClick={() => give('giveUp')}>
                  {messages.giveUpThese(number(meant))}
                </Button>
                <Button look="strong" disabled={meant === 0} onClick={() => give('retryNow')}>
                  {messages.retryThese(number(meant))}
                </Button>
              </div>
              <ul className={styles.letters}>
                {items.map((retry) => (
                  <li key={retry.consumer + retry.eventId} className={styles.letter}>
                    <div className={styles.head}>
                      <span className={styles.message}>
                        <ErrorMessage code={retry.code} message={retry.message} />
                      </span>
                      <span className={styles.meta}>
                        <span className={styles.place}>{retry.key}</span>
                        <span>{retry.consumer}</span>
                        <span>{messages.attempts(number(retry.attempt))}</span>
                        <span>
                          {messages.next} <When at={retry.nextAt} />
                        </span>
                        <Link to="/trace" search={{ of: retry.eventId }}>
                          {messages.trace}
                        </Link>
                      </span>
                    </div>
                  </li>
                ))}
              </ul>
              {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{more}</Button>}
            </>
          )
        }
      </Answer>
      <CommandDialog command={command} onClose={() => setCommand(null)} />
    </>
  );
}
