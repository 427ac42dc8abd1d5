import { lazy, Suspense, useEffect, useState } from 'react';
import type { Flow } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { flowMessages } from './flow.messages.ts';
import { addSample, toColumns, type RateSample } from './rate-samples.ts';

/** The chart comes when it is needed. */
const TimeChart = lazy(async () => ({ default: (await import('../../parts/time-chart.tsx')).TimeChart }));

/** How the rates went while somebody looked. */
export function RateHistory({ flow }: { readonly flow: Flow }) {
  const messages = useMessages(flowMessages);
  const [samples, setSamples] = useState<readonly RateSample[]>([]);
  useEffect(() => setSamples((before) => addSample(before, flow)), [flow]);
  const consumers = flow.stages.map(({ consumer }) => consumer);
  if (samples.length < 2) return null;
  return (
    <section className="section">
      <h2>{messages.history}</h2>
      <Suspense>
        <TimeChart
          columns={toColumns(samples, consumers)}
          names={consumers.map((name) => messages.stages[name as keyof typeof messages.stages] ?? name)}
        />
      </Suspense>
      <p className="soft small">{messages.minutesAgo}</p>
    </section>
  );
}
