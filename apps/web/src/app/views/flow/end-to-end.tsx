import type { Durations } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { FigureList } from '../../parts/figure-list.tsx';
import { useFormats } from '../../parts/use-formats.ts';
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
        <FigureList
          size="huge"
          figures={[
            { name: messages.p50, value: duration(p50) },
            { name: messages.p99, value: duration(p99) },
            { name: messages.digestsName, value: number(count) },
          ]}
        />
      )}
    </section>
  );
}
