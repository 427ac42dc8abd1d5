import type { ReactNode } from 'react';
import { useDocumentTitle } from './use-document-title.ts';
import styles from './view-head.module.css';

interface ViewHeadProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

/** The head of a view: what it is, in a few words, and what governs all of it. */
export function ViewHead({ title, lead, children }: ViewHeadProps) {
  useDocumentTitle(title);
  return (
    <header className={styles.head}>
      <div>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {children && <div className={styles.tools}>{children}</div>}
    </header>
  );
}
