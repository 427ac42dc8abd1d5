import { TOPICS } from '@diglot/contracts';
import { waitFor } from '@diglot/testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { discoverDigest, stageMigrations } from '../testing/real-stages.ts';

interface Message {
  readonly event: string;
  readonly id: string;
  readonly data: {
    readonly topics?: readonly { readonly topic: string; readonly count: number; readonly keys: string[] }[];
  };
}

/** A browser's EventSource, as far as it matters here. */
class Watcher {
  readonly #reader: ReadableStreamDefaultReader<string>;
  readonly #abort: AbortController;
  readonly headers: Headers;
  #text = '';

  private constructor(response: Response, abort: AbortController) {
    this.#reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    this.#abort = abort;
    this.headers = response.headers;
  }

  static async open(address: string, lastEventId?: string): Promise<Watcher> {
    const abort = new AbortController();
    const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    const response = await fetch(`${address}/api/events`, { headers, signal: abort.signal });
    const watcher = new Watcher(response, abort);
    await watcher.#block();
    return watcher;
  }

  /** @returns null when the stream has ended */
  async next(): Promise<Message | null> {
    for (;;) {
      const block = await this.#block();
      if (block === null) return null;
      const fields = new Map(
        block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
      );
      const [event, id, data] = ['event', 'id', 'data'].map((name) => fields.get(name) ?? '');
      if (event) return { event, id: id ?? '', data: JSON.parse(data ?? '{}') as Message['data'] };
    }
  }

  close(): void {
    this.#abort.abort();
  }

  async #block(): Promise<string | null> {
    while (!this.#text.includes('\n\n')) {
      const { value, done } = await this.#reader.read();
      if (done) return null;
      this.#text += value;
    }
    const end = this.#text.indexOf('\n\n');
    const block = this.#text.slice(0, end);
    this.#text = this.#text.slice(end + 2);
    return block;
  }
}

describe('/api/events', () => {
  let api: ApiUnderTest;
  let address: string;

  beforeEach(async () => {
    api = await startApi(stageMigrations);
    await api.database.run(`INSERT INTO watcher.sources (name, location) VALUES ('examples', '/srv/examples')`);
    await api.application.listen(0, '127.0.0.1');
    address = await api.application.getUrl();
  });
  afterEach(() => api.close());

  const discover = (path: string) => discoverDigest(api.database, { path, content: path });

  /** Until no transaction is open that is older than what was announced, be it one of another database of the server. */
  const untilReadable = () =>
    waitFor(async () => {
      const later = 'SELECT FROM pipeline.outbox WHERE txid >= pg_snapshot_xmin(pg_current_snapshot())';
      return (await api.database.rows(later)).length === 0;
    });

  it('tells what is announced from now on, and goes on where it was left', async () => {
    await discover('before.md');
    await untilReadable();
    const watcher = await Watcher.open(address);
    expect(watcher.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(watcher.headers.get('content-encoding')).toBeNull();
    await discover('a.md');
    const first = await watcher.next();
    expect(first).toMatchObject({
      event: 'changes',
      data: { topics: [{ topic: TOPICS.digestDiscovered, count: 1, keys: ['examples\na.md'] }] },
    });
    watcher.close();
    await discover('b.md');
    await discover('c.md');
    const again = await Watcher.open(address, first?.id);
    const keys: string[] = [];
    while (keys.length < 2) keys.push(...((await again.next())?.data.topics?.flatMap((topic) => topic.keys) ?? []));
    expect(keys).toEqual(['examples\nb.md', 'examples\nc.md']);
    again.close();
  });

  it('does not pass over what commits late', async () => {
    const watcher = await Watcher.open(address);
    const late = api.database.transaction(async (tx) => {
      await tx.run(
        `INSERT INTO pipeline.outbox (event_id, topic, key, headers) VALUES (gen_random_uuid(), $1, 'late', '{}')`,
        [TOPICS.paperState],
      );
      await discover('early.md');
      await new Promise((resolve) => setTimeout(resolve, 700));
    });
    const keys: string[] = [];
    while (keys.length < 2) keys.push(...((await watcher.next())?.data.topics?.flatMap((topic) => topic.keys) ?? []));
    await late;
    expect(keys.toSorted()).toEqual(['examples\nearly.md', 'late']);
    watcher.close();
  });

  it('says when too much was missed', async () => {
    await api.database.run(
      `INSERT INTO pipeline.outbox (event_id, topic, key, headers)
       SELECT gen_random_uuid(), $1, 'many', '{}' FROM generate_series(1, 20001)`,
      [TOPICS.paperState],
    );
    const watcher = await Watcher.open(address, '0-0');
    expect(await watcher.next()).toMatchObject({ event: 'reset' });
    watcher.close();
  });

  it('ends when the server stops, and takes odd places for none', async () => {
    const watcher = await Watcher.open(address, 'nonsense');
    const end = watcher.next();
    await api.application.close();
    expect(await end).toBeNull();
  });
});
