import type { QualityRow } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { qualityMessages } from './quality.messages.ts';
import styles from './quality-view.module.css';

const VERDICTS = ['accept', 'flag', 'retranslate'] as const;

/** How the verdicts on abstracts are spread. */
export function VerdictBar({ rows }: { readonly rows: readonly QualityRow[] }) {
  const messages = useMessages(qualityMessages);
  const { verdicts } = useMessages(commonMessages);
  const { number, percent } = useFormats();
  const sum = (of: (row: QualityRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const counts = VERDICTS.map((verdict) => ({ verdict, count: sum((row) => row.verdicts.abstract[verdict] ?? 0) }));
  const all = counts.reduce((total, { count }) => total + count, 0);
  const withoutChinese = sum((row) => row.withoutChinese);
  return (
    <section>
      <h2 className="soft small">
        {messages.share} · {messages.entries(number(sum((row) => row.entries)))}
      </h2>
      <div className={styles.bar} aria-hidden="true">
        {counts.map(
          ({ verdict, count }) =>
            count > 0 && <span key={verdict} data-verdict={verdict} style={{ flexGrow: count }} />,
        )}
      </div>
      <p className={styles.legend}>
        {counts.map(({ verdict, count }) => (
          <span key={verdict}>
            {verdicts[verdict]} {number(count)}
            {all > 0 && ` (${percent(count / all)})`}
          </span>
        ))}
        {withoutChinese > 0 && <span>{messages.withoutChinese(number(withoutChinese))}</span>}
      </p>
      {all > 0 && <p className="soft small">{messages.shareOf(number(all))}</p>}
    </section>
  );
}
