import { Link } from '@tanstack/react-router';
import type { Paper } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import styles from './occurrences.module.css';
import { readerMessages } from './reader.messages.ts';

/** Where the paper is printed, and who gave the Chinese that is shown. */
export function Occurrences({ paper: { occurrences, provenance } }: { readonly paper: Paper }) {
  const messages = useMessages(readerMessages);
  const common = useMessages(commonMessages);
  const { day } = useFormats();
  const by = provenance.abstract ?? provenance.title;
  return (
    <footer className={styles.foot}>
      <h3>{messages.printedIn}</h3>
      <ul>
        {occurrences.map(({ source, path, line, date, sha256 }, index) => (
          <li key={index}>
            <span>{date === null ? common.noDate : day(date)}</span>
            <span className="mono">
              {source}/{path}
              {line !== null && `, ${common.atLine(line)}`}
            </span>
            {sha256 !== null && (
              <>
                <a href={`/api/digests/${sha256}/bytes`}>{messages.bytes}</a>
                <a href={`/api/digests/${sha256}.md`}>{messages.repaired}</a>
                <Link to="/trace" search={{ of: sha256 }}>
                  {messages.traceIt}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
      {by && (
        <p>
          <span>
            {messages.by[by.origin]}
            {by.author !== null && ` (${by.author})`}
          </span>{' '}
          · {messages.machine}
        </p>
      )}
    </footer>
  );
}
