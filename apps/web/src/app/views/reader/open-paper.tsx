import type { Paper } from '../../../api/types.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { History } from './history.tsx';
import { PaperHead } from './paper-head.tsx';
import styles from './paper-pane.module.css';
import { PaperText } from './paper-text.tsx';
import { useIssueChoice } from './use-issue-choice.ts';

interface OpenPaperProps {
  readonly paper: Paper;
  readonly show: string | undefined;
  readonly onShow: (show: string | undefined) => void;
}

/** A paper that is there: its head, and its text or its history below. */
export function OpenPaper({ paper, show, onShow }: OpenPaperProps) {
  const preferred = usePreferences().layout;
  const isHistory = show === 'history';
  const layout = show === 'original' ? 'en' : preferred;
  // What was found is explained below the text.
  const issue = useIssueChoice(() => isHistory && onShow(undefined));
  return (
    <article className={styles.paper} data-open={paper.arxivId}>
      <PaperHead paper={paper} titles={isHistory ? 'side-by-side' : layout} issue={issue} show={show} onShow={onShow} />
      {isHistory ? (
        <History paper={paper} />
      ) : (
        <PaperText paper={paper} layout={layout} isOriginal={show === 'original'} issue={issue} />
      )}
    </article>
  );
}
