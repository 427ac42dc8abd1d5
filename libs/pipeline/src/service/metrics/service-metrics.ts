import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { KafkaEvent } from '../../kafka/kafka.port.ts';
import type { BatchTimes } from '../../stage/stage-runtime.ts';

/** Seconds; a batch is a few milliseconds, and seconds are a sign of trouble. */
const BATCH_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a process counts, in Prometheus' text format. Names begin with `diglot_`, units stand at their end. */
export class ServiceMetrics {
  readonly registry = new Registry();
  readonly #batchSeconds: Histogram<'consumer' | 'phase'>;
  readonly #events: Counter<'consumer'>;
  readonly #lag: Gauge<'consumer' | 'topic' | 'partition'>;
  readonly #assignments: Counter<'consumer'>;
  readonly #losses: Counter<'consumer' | 'code'>;
  readonly #relayed: Counter<'topic'>;
  readonly #relaySeconds: Counter<'topic'>;
  /** Consumer, topic and partition of every lag that is known. */
  readonly #measured = new Set<string>();
  readonly #refreshes: (() => Promise<void>)[] = [];

  constructor(service: string, version: string) {
    const registers = [this.registry];
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    new Gauge({ name: 'diglot_build_info', help: 'Always 1', labelNames: ['version'], registers })
      .labels(version)
      .set(1);
    this.#batchSeconds = new Histogram({
      name: 'diglot_batch_seconds',
      help: 'What a batch took: preparing it outside of its transaction, and committing it',
      labelNames: ['consumer', 'phase'],
      buckets: BATCH_BUCKETS,
      registers,
    });
    this.#events = new Counter({
      name: 'diglot_events_total',
      help: 'Events that were taken in batches',
      labelNames: ['consumer'],
      registers,
    });
    this.#lag = new Gauge({
      name: 'diglot_consumer_lag_records',
      help: 'Records behind the place of a consumer in a partition, at its last fetch',
      labelNames: ['consumer', 'topic', 'partition'],
      registers,
    });
    this.#assignments = new Counter({
      name: 'diglot_assignments_total',
      help: 'How often a consumer got its share of the partitions; every one after the first is a rebalance',
      labelNames: ['consumer'],
      registers,
    });
    this.#losses = new Counter({
      name: 'diglot_consumers_lost_total',
      help: 'Consumers that were lost and made anew, by the code of the error',
      labelNames: ['consumer', 'code'],
      registers,
    });
    this.#relayed = new Counter({
      name: 'diglot_relayed_records_total',
      help: 'Rows of the outbox that were sent to Kafka',
      labelNames: ['topic'],
      registers,
    });
    this.#relaySeconds = new Counter({
      name: 'diglot_relay_seconds_total',
      help: 'Time spent on sending them',
      labelNames: ['topic'],
      registers,
    });
  }

  readonly onBatch = ({ consumer, events, preparing, committing }: BatchTimes): void => {
    this.#events.labels(consumer).inc(events);
    this.#batchSeconds.labels(consumer, 'preparing').observe(preparing / 1000);
    this.#batchSeconds.labels(consumer, 'committing').observe(committing / 1000);
  };

  readonly onKafka = (event: KafkaEvent): void => {
    switch (event.kind) {
      case 'assigned':
        this.#assignments.labels(event.consumer).inc();
        this.#forgetLag(event.consumer, event.topic);
        return;
      case 'lag':
        this.#measured.add([event.consumer, event.topic, String(event.partition)].join(' '));
        this.#lag.labels(event.consumer, event.topic, String(event.partition)).set(event.records);
        return;
      case 'lost':
        this.#losses.labels(event.consumer, event.code).inc();
        return;
      case 'relayed':
        this.#relayed.labels(event.topic).inc(event.records);
        this.#relaySeconds.labels(event.topic).inc(event.duration / 1000);
    }
  };

  /** Has something done before each scrape: figures that must be fetched. It must not throw. */
  beforeScrape(refresh: () => Promise<void>): void {
    this.#refreshes.push(refresh);
  }

  /** All of it, as Prometheus reads it. */
  async text(): Promise<{ readonly contentType: string; readonly text: string }> {
    await Promise.all(this.#refreshes.map((refresh) => refresh()));
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }

  /** Partitions that others have now would keep their last figure. */
  #forgetLag(consumer: string, topic: string): void {
    const own = [...this.#measured].filter((each) => each.startsWith(`${consumer} ${topic} `));
    for (const each of own) {
      this.#measured.delete(each);
      this.#lag.remove(consumer, topic, each.split(' ')[2] ?? '');
    }
  }
}
