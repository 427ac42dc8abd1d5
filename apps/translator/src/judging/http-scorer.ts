import { z } from 'zod';
import { DiglotError } from '@diglot/domain';
import type { Pair, Scorer } from '@diglot/verification';

export interface HttpScorerOptions {
  /** Where to POST `{"pairs":[{"genre","source","target"}]}`. */
  readonly url: string;
  readonly name: string;
  readonly version: string;
  readonly timeoutSeconds: number;
}

const answer = z.object({ scores: z.array(z.number().min(0).max(1).nullable()) });

/** A scorer behind HTTP, such as a quality estimation model in a process of its own: it answers `{"scores":[0.87,null]}`. */
export class HttpScorer implements Scorer {
  readonly name: string;
  readonly version: string;
  readonly #url: string;
  readonly #milliseconds: number;

  constructor({ url, name, version, timeoutSeconds }: HttpScorerOptions) {
    this.name = name;
    this.version = version;
    this.#url = url;
    this.#milliseconds = timeoutSeconds * 1000;
  }

  /** @throws DiglotError `DIGLOT_TIMEOUT` when it does not answer as it should; worth another attempt */
  async score(pairs: readonly Pair[]): Promise<readonly (number | null)[]> {
    const body = JSON.stringify({ pairs: pairs.map(({ genre, source, target }) => ({ genre, source, target })) });
    try {
      const signal = AbortSignal.timeout(this.#milliseconds);
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(this.#url, { method: 'POST', headers, body, signal });
      if (!response.ok) throw new Error(`it answered ${response.status}`);
      return answer.parse(await response.json()).scores;
    } catch (cause) {
      const detail = `${this.name} at ${this.#url}: ${cause instanceof Error ? cause.message : String(cause)}`;
      throw new DiglotError('DIGLOT_TIMEOUT', detail, { cause });
    }
  }
}
