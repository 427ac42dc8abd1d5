import type { ReactNode } from 'react';
import { PAPER_FILTERS, withValue, type PaperFilter } from '../../search-params.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { issueName } from '../../messages/issues.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useTypedWords } from '../../parts/use-typed-words.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import styles from './filter-bar.module.css';
import { readerMessages } from './reader.messages.ts';

interface FilterBarProps {
  readonly filter: PaperFilter;
  /** @param isTyped whether it goes on changing, key by key */
  readonly onChange: (filter: PaperFilter, isTyped: boolean) => void;
  /** What else decides about the list. */
  readonly children?: ReactNode;
}

const VERDICTS = ['accept', 'flag', 'retranslate', 'unverified'] as const;

/** What narrows the list: words, a verdict, and whatever else the address holds, to be taken away. */
export function FilterBar({ filter, onChange, children }: FilterBarProps) {
  const messages = useMessages(readerMessages);
  const { verdicts } = useMessages(commonMessages);
  const { language } = usePreferences();
  const [words, setWords] = useTypedWords(filter.q ?? '', (typed) => onChange(withValue(filter, 'q', typed), true));
  const others = PAPER_FILTERS.filter((name) => name !== 'q' && name !== 'verdict' && filter[name] !== undefined);
  return (
    <form role="search" className={styles.bar} onSubmit={(event) => event.preventDefault()}>
      <input
        type="search"
        className={styles.words}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        aria-label={messages.searchHint}
        placeholder={messages.searchHint}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <select
        className="field"
        aria-label={messages.verdictFilter}
        value={filter.verdict ?? ''}
        onChange={({ target }) => onChange(withValue(filter, 'verdict', target.value), false)}
      >
        <option value="">{messages.allVerdicts}</option>
        {VERDICTS.map((each) => (
          <option key={each} value={each}>
            {verdicts[each]}
          </option>
        ))}
      </select>
      {children}
      {others.map((name) => {
        const value = filter[name] ?? '';
        const text = name === 'issue' ? issueName(value, language) : value;
        return (
          <button
            key={name}
            type="button"
            className={styles.chip}
            aria-label={messages.remove(text)}
            onClick={() => onChange(withValue(filter, name, ''), false)}
          >
            {text} <span aria-hidden="true">✕</span>
          </button>
        );
      })}
    </form>
  );
}
