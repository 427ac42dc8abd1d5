import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMessages } from '../../messages/use-messages.ts';
import { Choice } from '../../parts/choice.tsx';
import { useTypedWords } from '../../parts/use-typed-words.ts';
import { ViewHead } from '../../parts/view-head.tsx';
import { pickParams } from '../../search-params.ts';
import { AuditTable } from './audit-table.tsx';
import { deadLettersMessages } from './dead-letters.messages.ts';
import { LetterList } from './letter-list.tsx';
import { RetriesList } from './retries-list.tsx';

const NAMES = ['show', 'code', 'consumer', 'q', 'open'] as const;

const SHOWN = ['letters', 'retries', 'audit'] as const;

/** What of the address says which letters are meant. */
export type LetterParams = { readonly [K in (typeof NAMES)[number]]?: string };

/** What cannot be processed, what is tried again, and how to put it back to work. */
export function DeadLettersView() {
  const messages = useMessages(deadLettersMessages);
  const navigate = useNavigate();
  const params: LetterParams = useSearch({ from: '/dead-letters' });
  const change = (next: LetterParams): void =>
    void navigate({ to: '/dead-letters', search: pickParams(NAMES, next), replace: true });
  const [words, setWords] = useTypedWords(params.q ?? '', (q) => change({ ...params, q }));
  const shown = SHOWN.find((each) => each === params.show) ?? 'letters';
  return (
    <div className="view">
      <ViewHead title={messages.title} lead={messages.lead}>
        {shown !== 'audit' && (
          <input
            type="search"
            className="field"
            maxLength={200}
            aria-label={messages.search}
            placeholder={messages.search}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
        <Choice
          isBare
          label={messages.show}
          value={shown}
          options={SHOWN.map((value) => ({ value, label: messages.shows[value] }))}
          onChange={(value) => change(value === 'letters' ? {} : { show: value })}
        />
      </ViewHead>
      {shown === 'letters' && <LetterList params={params} onChange={change} />}
      {shown === 'retries' && <RetriesList params={params} onChange={change} />}
      {shown === 'audit' && <AuditTable />}
    </div>
  );
}
