import { Outlet, useParams } from '@tanstack/react-router';
import { useMessages } from '../../messages/use-messages.ts';
import { Notice } from '../../parts/notice.tsx';
import { useDocumentTitle } from '../../parts/use-document-title.ts';
import { PaperListPane } from './paper-list-pane.tsx';
import styles from './reader-view.module.css';
import { readerMessages } from './reader.messages.ts';
import { usePaneFocus } from './use-pane-focus.ts';

/** A list of papers, and the one that is read. A phone shows one of them. */
export function ReaderView() {
  const messages = useMessages(readerMessages);
  const { _splat: arxivId } = useParams({ strict: false });
  useDocumentTitle(arxivId ?? messages.title);
  const pane = usePaneFocus(arxivId);
  return (
    <div className={styles.reader} data-reads={arxivId !== undefined || undefined}>
      <h1 className="unseen">{messages.title}</h1>
      <PaperListPane selected={arxivId} />
      {/* Anew for each paper: a scroll that still goes on is not one of the next. */}
      <div key={arxivId} ref={pane} tabIndex={-1} className={styles.pane} data-pane="">
        {arxivId === undefined ? <Notice title={messages.choose} hint={messages.chooseHint} /> : <Outlet />}
      </div>
    </div>
  );
}
