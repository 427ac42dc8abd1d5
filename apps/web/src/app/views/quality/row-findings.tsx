import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { IssueBar } from './issue-bar.tsx';
import type { FindingRate } from './quality-figures.ts';
import { qualityMessages } from './quality.messages.ts';
import styles from './quality-view.module.css';

interface RowFindingsProps {
  /** Of the source or translator. */
  readonly name: string;
  readonly source: string | undefined;
  readonly rates: readonly FindingRate[];
  /** The highest rate of all rows: bars of one scale can be compared. */
  readonly highest: number;
}

/** More at once is a wall. */
const SHOWN = 4;

/** What is found in the texts of one source or translator; what is rare is a step away. */
export function RowFindings({ name, source, rates, highest }: RowFindingsProps) {
  const messages = useMessages(qualityMessages);
  const { number, decimal } = useFormats();
  const list = (some: readonly FindingRate[]) => (
    <ol className={styles.rates} aria-label={messages.findingsOf(name)}>
      {some.map(({ code, count, per100 }) => (
        <IssueBar
          key={code}
          code={code}
          source={source}
          length={per100 / highest}
          figure={messages.rate(number(count), decimal(per100))}
        />
      ))}
    </ol>
  );
  // One alone takes no more room than the words that would hide it.
  const isShort = rates.length <= SHOWN + 1;
  return (
    <>
      {list(isShort ? rates : rates.slice(0, SHOWN))}
      {!isShort && (
        <details className={styles.rare}>
          <summary>{messages.moreKinds(number(rates.length - SHOWN))}</summary>
          {list(rates.slice(SHOWN))}
        </details>
      )}
    </>
  );
}
