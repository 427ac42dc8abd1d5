// Rebuilds the current state of every paper from the compacted topic, by its AsyncAPI document alone (/asyncapi).
//
//   npx tsx examples/consumers/state-of-papers.ts 127.0.0.1:9092 > papers.ndjson
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Kafka, logLevel } from 'kafkajs';

export const TOPIC = 'arxiv.paper.state.v1';

/** What this consumer keeps of a paper. A tombstone keeps its revision: an older record must not bring the paper back. */
export interface KeptPaper {
  readonly revision: number;
  /** null: nobody prints the paper any more. */
  readonly state: unknown;
}

export interface Following {
  /** By arXiv identifier; filled as records come. */
  readonly papers: ReadonlyMap<string, KeptPaper>;
  /** Resolves once nothing new has come for so many milliseconds. */
  isQuiet(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}

/** Follows the topic from its beginning. It keeps no place: whoever starts again reads the (compacted) topic again. */
export async function followPapers(brokers: readonly string[], topic = TOPIC): Promise<Following> {
  const kafka = new Kafka({ clientId: 'state-of-papers', brokers: [...brokers], logLevel: logLevel.ERROR });
  // A group of its own, for a place left behind by another run would hide what came before it.
  const consumer = kafka.consumer({ groupId: `state-of-papers-${randomUUID()}` });
  const papers = new Map<string, KeptPaper>();
  let lastNews = Date.now();

  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const joined = new Promise<void>((resolve) => {
    consumer.on(consumer.events.GROUP_JOIN, () => resolve());
  });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message: { key, value, headers } }) => {
      lastNews = Date.now();
      const id = key?.toString() ?? '';
      const revision = Number(headers?.['ce_revision']?.toString());
      // Delivery is at least once, and a duplicate may come late: the higher revision is the newer fact.
      if (revision < (papers.get(id)?.revision ?? 0)) return;
      papers.set(id, { revision, state: value === null ? null : JSON.parse(value.toString()) });
    },
  });
  await joined;
  lastNews = Date.now();

  return {
    papers,
    isQuiet: async (milliseconds) => {
      while (Date.now() - lastNews < milliseconds) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    stop: () => consumer.disconnect(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const following = await followPapers((process.argv[2] ?? '127.0.0.1:9092').split(','), process.argv[3]);
  await following.isQuiet(5_000);
  for (const [arxivId, { revision, state }] of following.papers) {
    if (state !== null) console.log(JSON.stringify({ arxivId, revision, state }));
  }
  await following.stop();
}
