import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deadLettersQuery } from '../../../api/queries.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import type { Command } from '../../parts/command.ts';
import { Notice } from '../../parts/notice.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { When } from '../../parts/when.tsx';
import { deadLettersMessages } from './dead-letters.messages.ts';
import type { LetterParams } from './dead-letters-view.tsx';
import { GroupList } from './group-list.tsx';
import { LetterRow } from './letter-row.tsx';
import styles from './letter-list.module.css';
import { scopeOf, useLetterCommand } from './letter-commands.ts';

interface LetterListProps {
  readonly params: LetterParams;
  readonly onChange: (params: LetterParams) => void;
}

/** Dead letters: by what is wrong with them, then one by one. */
export function LetterList({ params, onChange }: LetterListProps) {
  const messages = useMessages(deadLettersMessages);
  const { more } = useMessages(commonMessages);
  const { number } = useFormats();
  const letterCommand = useLetterCommand();
  const [command, setCommand] = useState<Command | null>(null);
  const { code, consumer, q, open } = params;
  const query = useInfiniteQuery(deadLettersQuery({ code, consumer, q }));
  const groups = query.data?.pages[0]?.groups ?? [];
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = groups.filter((group) => group.code === code && group.consumer === consumer);
  const total = (chosen.length > 0 ? chosen : groups).reduce((sum, { count }) => sum + count, 0);
  const count = q === undefined ? total : items.length;
  return (
    <>
      <Answer query={query}>
        {() =>
          groups.length === 0 ? (
            <Notice
              {...(q === undefined ? { title: messages.none, hint: messages.noneHint } : { title: messages.nothing })}
            />
          ) : (
            <>
              <GroupList
                groups={groups.map((group) => ({
                  ...group,
                  when: (
                    <>
                      {messages.seen} <When at={group.lastSeen} isAge />
                    </>
                  ),
                }))}
                code={code}
                consumer={consumer}
                onSelect={(group) =>
                  onChange(
                    group
                      ? { ...(q === undefined ? {} : { q }), code: group.code ?? '', consumer: group.consumer }
                      : {},
                  )
                }
              />
              <div className={styles.tools}>
                <Button
                  look="strong"
                  disabled={count === 0}
                  onClick={() =>
                    setCommand(
                      letterCommand(
                        'redrive',
                        scopeOf(
                          params,
                          items.map(({ eventId }) => eventId),
                        ),
                      ),
                    )
                  }
                >
                  {messages.redriveThese(number(count))}
                </Button>
              </div>
              {items.length === 0 && <Notice title={messages.nothing} />}
              <ul className={styles.letters}>
                {items.map((letter) => (
                  <LetterRow
                    key={letter.consumer + letter.eventId}
                    letter={letter}
                    isOpen={open === letter.eventId}
                    onOpen={(isOpen) => onChange({ ...params, open: isOpen ? letter.eventId : '' })}
                    onRedrive={() => setCommand(letterCommand('redrive', { eventIds: [letter.eventId] }))}
                  />
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
