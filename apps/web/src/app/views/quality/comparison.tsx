import { useQuery } from '@tanstack/react-query';
import { qualityQuery } from '../../../api/queries.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import type { QualityParams } from './quality-filter.tsx';
import { qualityMessages } from './quality.messages.ts';

const VERDICTS = ['accept', 'flag', 'retranslate'] as const;

/** Sources and translators beside each other. */
export function Comparison({ params }: { readonly params: QualityParams }) {
  return (
    <>
      <ComparisonTable params={params} by="source" />
      <ComparisonTable params={params} by="origin" />
    </>
  );
}

function ComparisonTable({ params, by }: { readonly params: QualityParams; readonly by: 'source' | 'origin' }) {
  const messages = useMessages(qualityMessages);
  const { verdicts } = useMessages(commonMessages);
  const { number, percent } = useFormats();
  const { data } = useQuery(qualityQuery({ ...params, by }));
  if (!data || data.rows.length === 0) return null;
  return (
    <section className="section">
      <h2>{by === 'source' ? messages.bySource : messages.byOrigin}</h2>
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              <th>{messages.name}</th>
              <th className="number">{messages.judged}</th>
              {VERDICTS.map((verdict) => (
                <th key={verdict} className="number">
                  {verdicts[verdict]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ key, entries, verdicts: { abstract } }) => {
              const all = VERDICTS.reduce((sum, verdict) => sum + (abstract[verdict] ?? 0), 0);
              return (
                <tr key={key}>
                  <td>{by === 'origin' && key === 'digest' ? messages.digest : key}</td>
                  <td className="number">{number(entries)}</td>
                  {VERDICTS.map((verdict) => (
                    <td key={verdict} className="number">
                      {all === 0 ? '–' : percent((abstract[verdict] ?? 0) / all)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
