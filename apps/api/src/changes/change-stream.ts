import { setTimeout } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { ChangeLog, type Changes, type LogPlace } from './change-log.ts';

/** Milliseconds between two looks at the log. */
const LOOK = 500;
/** Milliseconds after which a silent stream says that it is alive: proxies close silent connections. */
const KEEP_ALIVE = 15_000;
/** Who missed more than so many announcements had better load everything again. */
const MISSED = 20_000;

/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) of what is announced. */
@Injectable()
export class ChangeStream implements BeforeApplicationShutdown {
  readonly #log: ChangeLog;
  readonly #stopped = new AbortController();
  /** What was found after each place a moment ago: watchers who are up to date share one look. */
  readonly #looks = new Map<string, Promise<Changes | null>>();

  constructor(log: ChangeLog) {
    this.#log = log;
  }

  /** Ends every stream, for a server closes only when its last answer is sent. */
  beforeApplicationShutdown(): void {
    this.#stopped.abort();
  }

  /** @param after where to go on; null: only what comes from now on. @param closed aborted when nobody listens any more */
  async *open(after: LogPlace | null, closed: AbortSignal): AsyncGenerator<string> {
    const signal = AbortSignal.any([closed, this.#stopped.signal]);
    let place = after ?? (await this.#log.end());
    yield `retry: 2000\n\n`;
    if (after && (await this.#log.isFarBehind(after, MISSED))) {
      place = await this.#log.end();
      yield message('reset', place, {});
    }
    let spokenAt = Date.now();
    while (!signal.aborted) {
      const changes = await this.#look(place);
      if (changes) {
        place = changes.place;
        spokenAt = Date.now();
        yield message('changes', place, { topics: changes.topics });
        continue;
      }
      if (Date.now() - spokenAt > KEEP_ALIVE) {
        spokenAt = Date.now();
        yield ': alive\n\n';
      }
      await setTimeout(LOOK, undefined, { signal }).catch(() => {});
    }
  }

  #look(place: LogPlace): Promise<Changes | null> {
    const key = `${place.txid}-${place.id}`;
    const known = this.#looks.get(key);
    if (known) return known;
    const look = this.#log.since(place).finally(() => this.#looks.delete(key));
    this.#looks.set(key, look);
    return look;
  }
}

function message(event: string, { txid, id }: LogPlace, data: object): string {
  return `event: ${event}\nid: ${txid}-${id}\ndata: ${JSON.stringify(data)}\n\n`;
}
