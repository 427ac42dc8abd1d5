import { Link } from '@tanstack/react-router';
import { forAnotherPaper } from '../../search-params.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Notice } from '../../parts/notice.tsx';
import { Text } from '../../parts/text.tsx';
import { useMarks } from '../../preferences/use-marks.ts';
import found from './found-papers.module.css';
import styles from './paper-row.module.css';
import { readerMessages } from './reader.messages.ts';
import { useListShortcuts } from './use-list-shortcuts.ts';

/** What this reader keeps in this browser. */
export function SavedPapers({ selected }: { readonly selected: string | undefined }) {
  const messages = useMessages(readerMessages);
  const { saved } = useMarks();
  useListShortcuts(
    saved.map(({ arxivId }) => arxivId),
    selected,
  );
  if (saved.length === 0) return <Notice title={messages.noneSaved} hint={messages.noneSavedHint} />;
  return (
    <ul className={found.found}>
      {saved.map(({ arxivId, en, zh }) => (
        <li key={arxivId} className={styles.row} data-paper={arxivId} data-selected={arxivId === selected || undefined}>
          <Link to="/read/$" params={{ _splat: arxivId }} search={forAnotherPaper} className={styles.title} lang="en">
            <Text>{en}</Text>
          </Link>
          <p className={styles.chinese} lang="zh-Hans">
            <Text>{zh ?? ''}</Text>
          </p>
        </li>
      ))}
    </ul>
  );
}
