import { Readable } from 'node:stream';
import { Controller, Header, Headers, Query, StreamableFile } from '@nestjs/common';
import { changesQuery, type ChangesQuery } from '../contract/streaming.routes.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import type { LogPlace } from './change-log.ts';
import { ChangeStream } from './change-stream.ts';

@Controller()
export class ChangesController {
  readonly #stream: ChangeStream;

  constructor(stream: ChangeStream) {
    this.#stream = stream;
  }

  /** Its connection ends with it: one that stays for more requests would hold up a server that stops. */
  @Route(ROUTES.events)
  @Header('connection', 'close')
  get(
    @Query(new Validated(ROUTES.events.query)) query: ChangesQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
  ): StreamableFile {
    const after = toPlace(lastEventId) ?? toPlace(query.after);
    const closed = new AbortController();
    // Nothing is read ahead: a watcher that does not read is told later, and of all at once.
    const stream = Readable.from(this.#stream.open(after, closed.signal), { objectMode: true, highWaterMark: 1 });
    stream.once('close', () => closed.abort());
    return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
  }
}

/** A browser repeats what it was told; anything else is as if nothing was said. */
function toPlace(text: string | undefined): LogPlace | null {
  const { data } = changesQuery.shape.after.safeParse(text);
  const [txid, id] = data?.split('-') ?? [];
  return txid !== undefined && id !== undefined ? { txid, id } : null;
}
