import { get, type IncomingMessage } from 'node:http';
import { TOPICS } from '@diglot/contracts';

/** Topics of what is ingested; notices come in their own time, and are about sources. */
const FACTS: readonly string[] = [
  TOPICS.digestDiscovered,
  TOPICS.paperParsed,
  TOPICS.paperTranslated,
  TOPICS.paperState,
];
/** As many rows as one message of `GET /api/events` tells at most. */
const FULL = 2_000;

/** Keys by topic, each once, in order. */
export type Announced = Readonly<Record<string, readonly string[]>>;

interface Change {
  readonly topic: string;
  readonly count: number;
  /** 100 of them at most. */
  readonly keys: readonly string[];
}

/** What is announced, as whoever follows `GET /api/events` hears it. */
export class Announcements {
  #place = '0-0';

  /**
   * What was announced since the call before. Where nothing is in flight, all of it has been told once a message is not
   * full, or the stream says that it is alive and no more.
   */
  async next(address: string): Promise<Announced> {
    const keys = new Map<string, Set<string>>();
    for await (const block of blocks(`${address}/api/events?after=${this.#place}`)) {
      if (block.startsWith(':')) break;
      const { id, data } = fieldsOf(block);
      if (id === undefined || data === undefined) continue;
      this.#place = id;
      const { topics } = JSON.parse(data) as { topics: readonly Change[] };
      for (const { topic, keys: some } of topics.filter((change) => FACTS.includes(change.topic)))
        keys.set(topic, new Set([...(keys.get(topic) ?? []), ...some]));
      if (topics.reduce((sum, { count }) => sum + count, 0) < FULL) break;
    }
    return Object.fromEntries([...keys].map(([topic, found]) => [topic, [...found].toSorted()]));
  }
}

/** Server-sent events as they come, on a connection of their own that ends with them. */
async function* blocks(url: string): AsyncGenerator<string> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent: false }, resolve).once('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`${url} answers ${response.statusCode}`);
  response.setEncoding('utf8');
  let text = '';
  for await (const part of response) {
    text += String(part);
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield text.slice(0, end);
      text = text.slice(end + 2);
    }
  }
}

function fieldsOf(block: string): { readonly id?: string; readonly data?: string } {
  const pairs = block.split('\n').map((line) => [line.split(': ', 1)[0], line.slice(line.indexOf(': ') + 2)] as const);
  return Object.fromEntries(pairs);
}
