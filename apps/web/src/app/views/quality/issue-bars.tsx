import { useFormats } from '../../parts/use-formats.ts';
import { IssueBar } from './issue-bar.tsx';
import { mostFrequent, type Counts } from './quality-figures.ts';
import styles from './quality-view.module.css';

/** Each kind of finding, how often, and the way to the papers that have it. */
export function IssueBars({ issues, source }: { readonly issues: Counts; readonly source: string | undefined }) {
  const { number } = useFormats();
  const sorted = mostFrequent(issues);
  const most = sorted[0]?.count ?? 1;
  return (
    <ol className={styles.issues}>
      {sorted.map(({ code, count }) => (
        <IssueBar key={code} code={code} source={source} length={count / most} figure={number(count)} />
      ))}
    </ol>
  );
}
