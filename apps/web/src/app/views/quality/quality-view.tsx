import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { qualityQuery, reviewQueueQuery } from '../../../api/queries.ts';
import type { QualitySeries } from '../../../api/types.ts';
import { issueName } from '../../messages/issues.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer, isSettled } from '../../parts/answer.tsx';
import { Choice } from '../../parts/choice.tsx';
import { CommandButton } from '../../parts/command-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ViewHead } from '../../parts/view-head.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { QUALITY_PARAMS, pickParams } from '../../search-params.ts';
import { Comparison } from './comparison.tsx';
import { shownBlocks } from './shown-blocks.ts';
import { IssueBars } from './issue-bars.tsx';
import { issueColumns, mostFrequent, sumIssues } from './quality-figures.ts';
import { QualityFilter, type QualityParams } from './quality-filter.tsx';
import { qualityMessages } from './quality.messages.ts';
import styles from './quality-view.module.css';
import { RatioHistogram } from './ratio-histogram.tsx';
import { reviewsMessages } from './reviews/reviews.messages.ts';
import { ReviewsPanel } from './reviews/reviews-panel.tsx';
import { VerdictBar } from './verdict-bar.tsx';
import { WaitingForReview } from './waiting-for-review.tsx';

const TimeChart = lazy(async () => ({ default: (await import('../../parts/time-chart.tsx')).TimeChart }));

const FIGURES = ['source', 'origin', 'from', 'to'] as const;
const REVIEWS = ['state', 'field', 'code', 'source', 'order'] as const;
/** What of the address says which figures, or which reviews, are shown. */
type ViewParams = { readonly [K in (typeof QUALITY_PARAMS)[number]]?: string | undefined };

/** More lines than these nobody tells apart. */
const LINES = 5;
/** So many lines of text are about as high as the figures of all texts. */
const LINES_OF_FIGURES = 16;

/** How good the texts are, and what persons say of those that are not. */
export function QualityView() {
  const messages = useMessages(qualityMessages);
  const { lead } = useMessages(reviewsMessages);
  const navigate = useNavigate();
  const search = useSearch({ from: '/quality' });
  const params: QualityParams = pickParams(FIGURES, search);
  const change = (next: ViewParams): void =>
    void navigate({ to: '/quality', search: pickParams(QUALITY_PARAMS, next), replace: true });
  const query = useQuery(qualityQuery({ ...params, by: 'day' }));
  const sources = query.data?.sources ?? [];
  const isReviewing = search.show === 'reviews';
  return (
    <div className="view">
      <ViewHead title={messages.title} lead={isReviewing ? lead : messages.lead}>
        <Choice
          isBare
          label={messages.show}
          value={isReviewing ? 'reviews' : 'figures'}
          options={(['figures', 'reviews'] as const).map((value) => ({ value, label: messages.shows[value] }))}
          onChange={(show) => change({ source: params.source, show: show === 'figures' ? '' : show })}
        />
      </ViewHead>
      {isReviewing ? (
        <ReviewsPanel
          params={pickParams(REVIEWS, search)}
          sources={sources}
          onChange={(next) => change({ ...next, show: 'reviews' })}
        />
      ) : (
        <Figures params={params} query={query} onChange={change} />
      )}
    </div>
  );
}

interface FiguresProps {
  readonly params: QualityParams;
  readonly query: UseQueryResult<QualitySeries>;
  readonly onChange: (params: QualityParams) => void;
}

function Figures({ params, query, onChange }: FiguresProps) {
  const messages = useMessages(qualityMessages);
  const { language } = usePreferences();
  const isFiltered = Object.keys(params).length > 0;
  const bySource = useQuery(qualityQuery({ ...params, by: 'source' }));
  const byOrigin = useQuery(qualityQuery({ ...params, by: 'origin' }));
  const waiting = pickParams(['source'], params);
  const queue = useInfiniteQuery(reviewQueueQuery(waiting));
  // All are asked for at once.
  const shown = shownBlocks([query, bySource, byOrigin, queue].map(isSettled));
  return (
    <>
      <QualityFilter
        params={params}
        sources={query.data?.sources ?? []}
        origins={query.data?.origins ?? []}
        onChange={onChange}
      />
      <Answer query={query} lines={LINES_OF_FIGURES}>
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
                      <div className={styles.chart}>
                        <Suspense>
                          <TimeChart
                            columns={issueColumns(rows, codes)}
                            names={codes.map((code) => issueName(code, language))}
                            isDays
                          />
                        </Suspense>
                      </div>
                    </section>
                  )}
                  <RatioHistogram ratios={ratios} />
                </div>
              </div>
            </>
          );
        }}
      </Answer>
      {shown > 1 && <Comparison query={bySource} params={params} by="source" />}
      {shown > 2 && <Comparison query={byOrigin} params={params} by="origin" />}
      {shown > 3 && <WaitingForReview query={queue} filter={waiting} />}
      {shown > 4 && (
        <section className="section">
          <h2>{messages.reVerify.title}</h2>
          <p className="soft">{messages.reVerifyHint}</p>
          <CommandButton command={{ path: '/api/re-verify', body: {}, ...messages.reVerify }} />
        </section>
      )}
    </>
  );
}
