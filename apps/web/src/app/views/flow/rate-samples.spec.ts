import type { Flow } from '../../../api/types.ts';
import { addSample, toColumns } from './rate-samples.ts';

const flow = (second: number, rate: number): Flow => ({
  at: new Date(second * 1_000).toISOString(),
  minutes: 5,
  endToEnd: { p50: null, p99: null, count: 0 },
  webhooks: [],
  stages: [
    {
      consumer: 'diglot.parser',
      topic: 't',
      perMinuteIn: 0,
      perMinuteOut: rate,
      lag: 0,
      oldestSeconds: null,
      retrying: 0,
      oldestRetrySeconds: null,
      dead: 0,
      latency: { p50: null, p99: null, count: 0 },
      movedAt: null,
    },
  ],
});

describe('samples of rates', () => {
  it('become columns, one for each stage', () => {
    const samples = addSample(addSample([], flow(10, 5)), flow(12, 7));
    expect(toColumns(samples, ['diglot.parser', 'diglot.unknown'])).toEqual([
      [10, 12],
      [5, 7],
      [0, 0],
    ]);
  });

  it('are taken once, and in order', () => {
    const samples = addSample([], flow(10, 5));
    expect(addSample(samples, flow(10, 9))).toBe(samples);
    expect(addSample(samples, flow(8, 9))).toBe(samples);
  });

  it('do not grow for ever', () => {
    let samples = addSample([], flow(0, 0));
    for (let second = 1; second < 2_000; second += 1) samples = addSample(samples, flow(second, second));
    expect(samples).toHaveLength(900);
    expect(samples.at(-1)?.at).toBe(1_999);
  });
});
