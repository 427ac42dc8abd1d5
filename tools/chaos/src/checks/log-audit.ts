import { createHash, randomUUID } from 'node:crypto';
import { TOPICS, TOPIC_DEFINITIONS, deadLetterEventId } from '@diglot/contracts';
import { openKafka, type KafkaLog, type LogRecord, type RecordBatch } from '@diglot/pipeline';
import { silentLogger } from '@diglot/platform';

/** The newest record of a key on the state topic. */
export interface NewestRecord {
  readonly offset: bigint;
  /** Its `ce_revision`. */
  readonly revision: number;
  /** Of its bytes, in hexadecimal; null for a tombstone. */
  readonly sha256: string | null;
}

const TOPIC_NAMES = TOPIC_DEFINITIONS.map(({ topic }) => topic);
/** At most so much in one batch. */
const BATCH = { events: 1000, bytes: 8_000_000 };

/** Reads every topic from its beginning, as a stranger's consumer would, and remembers what was there. */
export class LogAudit {
  readonly #log: KafkaLog;
  readonly #consumer = `chaos.${randomUUID()}`;
  readonly #seen = new Map<string, Set<string>>(TOPIC_NAMES.map((topic) => [topic, new Set()]));
  readonly #states = new Map<string, NewestRecord>();

  constructor(brokers: readonly string[]) {
    const onFatal = (): void => {};
    this.#log = openKafka({ brokers, ssl: false, sasl: null, clientId: 'chaos', logger: silentLogger, onFatal });
  }

  async start(): Promise<void> {
    for (const [topic, ids] of this.#seen) {
      const reader = { consumer: `${this.#consumer}.${topic}`, topic, ...BATCH };
      await this.#log.bus.subscribe(reader, (batch) => this.#take(batch, ids));
    }
  }

  /** Event ids that were seen, by topic. */
  get seen(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#seen;
  }

  /** By key of the state topic. */
  get states(): ReadonlyMap<string, NewestRecord> {
    return this.#states;
  }

  close(): Promise<void> {
    return this.#log.close();
  }

  async #take(batch: RecordBatch, ids: Set<string>): Promise<void> {
    for (const record of batch.records) {
      const id = announcedId(record);
      if (id !== null) ids.add(id);
      if (record.topic === TOPICS.paperState) this.#remember(record);
      await batch.moveAfter(record);
    }
  }

  /** A key stays in its partition, so offsets order its records. */
  #remember({ key, offset, headers, value }: LogRecord): void {
    const known = this.#states.get(key);
    if (known && known.offset >= BigInt(offset)) return;
    this.#states.set(key, {
      offset: BigInt(offset),
      revision: Number(headers['ce_revision']),
      sha256: value && createHash('sha256').update(value).digest('hex'),
    });
  }
}

/**
 * The id of the outbox row behind a record. A dead letter keeps the headers of what died, so its own id is made of them;
 * nothing is redriven under chaos.
 */
function announcedId({ headers }: LogRecord): string | null {
  const { ce_id: id, 'dlq-consumer': consumer } = headers;
  if (id === undefined) return null;
  return consumer === undefined ? id : deadLetterEventId(consumer, id, 0);
}
