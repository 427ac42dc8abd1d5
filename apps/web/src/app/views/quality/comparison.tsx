import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { qualityQuery } from '../../../api/queries.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { findingRates } from './quality-figures.ts';
import type { QualityParams } from './quality-filter.tsx';
import { qualityMessages } from './quality.messages.ts';
import styles from './quality-view.module.css';
import { RowFindings } from './row-findings.tsx';

const VERDICTS = ['accept', 'flag', 'retranslate'] as const;
/** What is found stands under the whole row. */
const COLUMNS = 2 + VERDICTS.length;

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
  const rows = data.rows.map((row) => ({ ...row, key: row.key ?? '', rates: findingRates(row) }));
  const highest = Math.max(...rows.flatMap(({ rates }) => rates.map(({ per100 }) => per100)));
  const nameOf = (key: string): string => {
    if (key === '') return messages.ofNoSource;
    return by === 'origin' && key === 'digest' ? messages.digest : key;
  };
  return (
    <section className="section">
      <h2>{by === 'source' ? messages.bySource : messages.byOrigin}</h2>
      <p className="soft small">{messages.rateHint}</p>
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
            {rows.map(({ key, entries, rates, verdicts: { abstract } }) => {
              const all = VERDICTS.reduce((sum, verdict) => sum + (abstract[verdict] ?? 0), 0);
              const name = nameOf(key);
              return (
                <Fragment key={key}>
                  <tr className={rates.length > 0 ? styles.explained : undefined}>
                    <td className={styles.name}>
                      {key === '' || params[by] === key ? (
                        name
                      ) : (
                        <Link to="/quality" search={{ ...params, [by]: key }} title={messages.only(name)}>
                          {name}
                        </Link>
                      )}
                    </td>
                    <td className="number">{number(entries)}</td>
                    {VERDICTS.map((verdict) => (
                      <td key={verdict} className="number">
                        {all === 0 ? '–' : percent((abstract[verdict] ?? 0) / all)}
                      </td>
                    ))}
                  </tr>
                  {rates.length > 0 && (
                    <tr>
                      <td colSpan={COLUMNS}>
                        <RowFindings
                          name={name}
                          source={by === 'source' ? key : params.source}
                          rates={rates}
                          highest={highest}
                        />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
