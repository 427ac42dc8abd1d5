import { finished } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DiglotError, type ErrorCode } from '@diglot/domain';
import { API_SETTINGS, type ApiSettings } from '../api.settings.ts';
import { addressOf } from './address-of.ts';
import { Places, type Full, type PlaceLimits } from './places.ts';

/** Answers that take as long as who reads them likes. */
export type OpenAnswer = 'export' | 'stream';

/** Milliseconds to wait for a place: nobody knows when one is free, and a browser's own pause is too short. */
const WAIT = 10_000;

const CODES: Readonly<Record<OpenAnswer, Readonly<Record<Full, ErrorCode>>>> = {
  // Exports are not limited together: of each a page is read at a time, and only as fast as it is taken.
  export: { ofOne: 'DIGLOT_TOO_MANY_EXPORTS', ofAll: 'DIGLOT_TOO_MANY_EXPORTS' },
  stream: { ofOne: 'DIGLOT_TOO_MANY_STREAMS', ofAll: 'DIGLOT_STREAMS_FULL' },
};

/** How many exports and streams are open. */
@Injectable()
export class OpenAnswers {
  readonly #limits: Readonly<Record<OpenAnswer, PlaceLimits>>;
  readonly #places: Readonly<Record<OpenAnswer, Places>>;

  constructor(@Inject(API_SETTINGS) { limits }: ApiSettings) {
    this.#limits = {
      export: { ofOne: limits.exportsAtOnce, ofAll: 0 },
      stream: { ofOne: limits.streamsPerAddress, ofAll: limits.streamsInAll },
    };
    this.#places = { export: new Places(this.#limits.export), stream: new Places(this.#limits.stream) };
  }

  /**
   * Holds a place until the answer is sent, or nobody waits for it any more.
   * @throws DiglotError `DIGLOT_TOO_MANY_EXPORTS`, `DIGLOT_TOO_MANY_STREAMS`, `DIGLOT_STREAMS_FULL`, with the time to wait
   */
  hold(what: OpenAnswer, request: FastifyRequest, { raw }: FastifyReply): void {
    const taken = this.#places[what].take(addressOf(request));
    if (typeof taken !== 'string') {
      // Told too of an answer that was over before this.
      finished(raw, taken);
      return;
    }
    throw new DiglotError(CODES[what][taken], `${this.#limits[what][taken]} at the same time are allowed`, {
      retryAfter: WAIT,
    });
  }
}
