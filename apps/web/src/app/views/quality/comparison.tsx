import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { QualityRow, QualitySeries } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { findingRates } from './quality-figures.ts';
import type { QualityParams } from './quality-filter.tsx';
import { qualityMessages } from './quality.messages.ts';
import styles from './quality-view.module.css';
import { RowFindings } from './row-findings.tsx';

const VERDICTS = ['accept', 'flag', 'retranslate'] as const;
/** What is found stands under the whole row. */
const COLUMNS = 2 + VERDICTS.length;

/** So many lines of text are about as high as a row with what is found in it. */
const LINES = 8;

interface ComparisonProps {
  readonly query: UseQueryResult<QualitySeries>;
  readonly params: QualityParams;
  readonly by: 'source' | 'origin';
}

/** Sources, or translators, beside each other. */
export function Comparison({ query, params, by }: ComparisonProps) {
  const messages = useMessages(qualityMessages);
  if (query.data?.rows.length === 0) return null;
  return (
    <section className="section">
      <h2>{by === 'source' ? messages.bySource : messages.byOrigin}</h2>
      <Answer query={query} size="block" lines={LINES}>
        {({ rows }) => <ComparisonTable rows={rows} params={params} by={by} />}
      </Answer>
    </section>
  );
}

interface TableProps {
  readonly rows: readonly QualityRow[];
  readonly params: QualityParams;
  readonly by: 'source' | 'origin';
}

function ComparisonTable({ rows: given, params, by }: TableProps) {
  const messages = useMessages(qualityMessages);
  const { verdicts } = useMessages(commonMessages);
  const { number, percent } = useFormats();
  const rows = given.map((row) => ({ ...row, key: row.key ?? '', rates: findingRates(row) }));
  const highest = Math.max(...rows.flatMap(({ rates }) => rates.map(({ per100 }) => per100)));
  const nameOf = (key: string): string => {
    if (key === '') return messages.ofNoSource;
    return by === 'origin' && key === 'digest' ? messages.digest : key;
  };
  return (
    <>
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
                          source={by === 'source' && key !== '' ? key : params.source}
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
    </>
  );
}
