import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { qualityQuery } from '../../../api/queries.ts';
import { issueName } from '../../messages/issues.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { CommandButton } from '../../parts/command-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ViewHead } from '../../parts/view-head.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { pickParams } from '../../search-params.ts';
import { Comparison } from './comparison.tsx';
import { IssueBars } from './issue-bars.tsx';
import { issueColumns, mostFrequent, sumIssues } from './quality-figures.ts';
import { QualityFilter, type QualityParams } from './quality-filter.tsx';
import { qualityMessages } from './quality.messages.ts';
import styles from './quality-view.module.css';
import { RatioHistogram } from './ratio-histogram.tsx';
import { ReviewQueue } from './review-queue.tsx';
import { VerdictBar } from './verdict-bar.tsx';

const TimeChart = lazy(async () => ({ default: (await import('../../parts/time-chart.tsx')).TimeChart }));

const NAMES = ['source', 'origin', 'from', 'to'] as const;
/** More lines than these nobody tells apart. */
const LINES = 5;

/** How good the texts are, over time and by who made them. */
export function QualityView() {
  const messages = useMessages(qualityMessages);
  const { language } = usePreferences();
  const navigate = useNavigate();
  const params: QualityParams = pickParams(NAMES, useSearch({ from: '/quality' }));
  const change = (next: QualityParams): void =>
    void navigate({ to: '/quality', search: pickParams(NAMES, next), replace: true });
  const query = useQuery(qualityQuery({ ...params, by: 'day' }));
  const isFiltered = Object.keys(params).length > 0;
  return (
    <div className="view">
      <ViewHead title={messages.title} lead={messages.lead}>
        <QualityFilter
          params={params}
          sources={query.data?.sources ?? []}
          origins={query.data?.origins ?? []}
          onChange={change}
        />
      </ViewHead>
      <Answer query={query}>
        {({ rows, ratios }) => {
          if (rows.length === 0) {
            return isFiltered ? (
              <Notice title={messages.nothing} />
            ) : (
              <Notice title={messages.none} hint={messages.noneHint} />
            );
          }
          const issues = sumIssues(rows);
          const codes = mostFrequent(issues, LINES).map(({ code }) => code);
          return (
            <>
              <VerdictBar rows={rows} />
              <div className={styles.columns}>
                <section>
                  <h2>{messages.issues}</h2>
                  <IssueBars issues={issues} source={params.source} />
                </section>
                <div className={styles.stack}>
                  {rows.length > 1 && codes.length > 0 && (
                    <section>
                      <h2>{messages.overTime}</h2>
                      <Suspense>
                        <TimeChart
                          columns={issueColumns(rows, codes)}
                          names={codes.map((code) => issueName(code, language))}
                          isDays
                        />
                      </Suspense>
                    </section>
                  )}
                  <RatioHistogram ratios={ratios} />
                </div>
              </div>
            </>
          );
        }}
      </Answer>
      <Comparison params={params} />
      <ReviewQueue source={params.source} />
      <section className="section">
        <h2>{messages.reVerify.title}</h2>
        <p className="soft">{messages.reVerifyHint}</p>
        <CommandButton command={{ path: '/api/re-verify', body: {}, ...messages.reVerify }} />
      </section>
    </div>
  );
}
