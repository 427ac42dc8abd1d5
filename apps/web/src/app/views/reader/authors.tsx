import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Text } from '../../parts/text.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { foldAuthors } from './fold-authors.ts';
import styles from './paper-head.module.css';
import { readerMessages } from './reader.messages.ts';

/** Who wrote a paper: the first of them, and the others when asked. */
export function Authors({ authors }: { readonly authors: readonly string[] }) {
  const messages = useMessages(readerMessages);
  const { number } = useFormats();
  const [showsAll, setShowsAll] = useState(false);
  const { shown, more } = foldAuthors(authors);
  return (
    <p className={styles.authors} dir="auto">
      <Text>{(showsAll ? authors : shown).join(', ')}</Text>
      {more > 0 && (
        <>
          {' '}
          <button
            type="button"
            className={styles.more}
            aria-expanded={showsAll}
            aria-label={showsAll ? messages.fewerAuthors : messages.moreAuthors(number(more))}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? messages.fewerAuthors : `+${number(more)}`}
          </button>
        </>
      )}
    </p>
  );
}
