import type { PaperSummary, PaperVerdict } from '../../api/types.ts';
import { commonMessages } from '../messages/common.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import styles from './verdict-mark.module.css';

/** What was decided about one text, in a word. */
export function VerdictMark({ verdict, label }: { readonly verdict: PaperVerdict; readonly label?: string }) {
  const { verdicts, verdictMeanings } = useMessages(commonMessages);
  return (
    <span className={styles.mark} data-verdict={verdict} title={verdictMeanings[verdict]}>
      {label && <span className={styles.label}>{label}</span>}
      {verdicts[verdict]}
    </span>
  );
}

const ORDER: readonly PaperVerdict[] = ['accept', 'flag', 'unverified', 'retranslate'];

/** The worse of title and abstract, as the api's filter has it. */
export function worstVerdict({ verdict: { title, abstract } }: Pick<PaperSummary, 'verdict'>): PaperVerdict {
  const both = [title ?? 'unverified', abstract ?? 'unverified'] as const;
  return ORDER.toReversed().find((each) => both.includes(each)) ?? 'unverified';
}
