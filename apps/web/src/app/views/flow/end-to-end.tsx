import type { Durations } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import styles from './end-to-end.module.css';
import { flowMessages } from './flow.messages.ts';

/** How long the whole way takes. */
export function EndToEnd({ durations: { p50, p99, count } }: { readonly durations: Durations }) {
  const messages = useMessages(flowMessages);
  const { duration, number } = useFormats();
  return (
    <section className="section">
      <h2>{messages.endToEnd}</h2>
      {p50 === null || p99 === null ? (
        <p className="soft">{messages.quiet}</p>
      ) : (
        <dl className={styles.figures}>
          <div>
            <dt>{messages.p50}</dt>
            <dd>{duration(p50)}</dd>
          </div>
          <div>
            <dt>{messages.p99}</dt>
            <dd>{duration(p99)}</dd>
          </div>
          <div>
            <dt>{messages.digestsName}</dt>
            <dd>{number(count)}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}
