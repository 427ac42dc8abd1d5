import { useMessages } from '../../messages/use-messages.ts';
import { useTypedWords } from '../../parts/use-typed-words.ts';
import { withValue, type PaperFilter } from '../../search-params.ts';
import styles from './search-box.module.css';
import { searchMessages } from './search.messages.ts';

interface SearchBoxProps {
  readonly filter: PaperFilter;
  readonly onChange: (filter: PaperFilter) => void;
}

/** One box for both languages. */
export function SearchBox({ filter, onChange }: SearchBoxProps) {
  const messages = useMessages(searchMessages);
  const [words, setWords] = useTypedWords(filter.q ?? '', (typed) => onChange(withValue(filter, 'q', typed)));
  return (
    <form role="search" className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <input
        type="search"
        className={styles.box}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        autoFocus={words === ''}
        aria-label={messages.box}
        placeholder={messages.hint}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
    </form>
  );
}
