import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { sourcesMessages } from './sources.messages.ts';
import styles from './sources-view.module.css';

/** No digest of arXiv papers is older than arXiv. */
const EVERYTHING = '1991-08-14';

/** Has digests read again, after the code that reads them has changed. */
export function ReadAgain({ source }: { readonly source: string | undefined }) {
  const messages = useMessages(sourcesMessages);
  const [from, setFrom] = useState(EVERYTHING);
  const body = { from, ...(source === undefined ? {} : { source }) };
  return (
    <div className={styles.again}>
      <label>
        {messages.fromDay}
        <input
          type="date"
          className="field"
          value={from}
          onChange={({ target }) => setFrom(target.value === '' ? EVERYTHING : target.value)}
        />
      </label>
      <CommandButton command={{ path: '/api/replay', body, ...messages.replay }} />
    </div>
  );
}
