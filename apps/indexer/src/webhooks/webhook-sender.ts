import { Webhook as Signer } from 'standardwebhooks';
import { EVENT_CONTRACTS, type DiglotEvent } from '@diglot/contracts';
import { DiglotError } from '@diglot/domain';
import type { Webhook } from './webhook.ts';

/** Milliseconds within which a receiver must have answered. */
const TIMEOUT = 10_000;

/**
 * Sends states to webhooks as Standard Webhooks (https://www.standardwebhooks.com) want it: `webhook-id` is the id of the
 * event, so a receiver can tell a repetition; the signature covers id, time and body.
 */
export class WebhookSender {
  readonly #signer: Signer;

  /** @param secret `whsec_` and the key in base64 */
  constructor(secret: string) {
    this.#signer = new Signer(secret);
  }

  /**
   * @throws DiglotError `DIGLOT_WEBHOOK_UNREACHABLE` to be tried again, `DIGLOT_WEBHOOK_THROTTLED` to be tried when the
   *   receiver wants it, `DIGLOT_WEBHOOK_REFUSED` when it will never take it
   */
  async send({ name, address }: Webhook, event: DiglotEvent<'paper.state'>): Promise<void> {
    const { version } = EVENT_CONTRACTS['paper.state'];
    const { subject: arxivId, revision, data: state } = event;
    const body = JSON.stringify({
      type: `paper.state.v${version}`,
      timestamp: event.time.toISOString(),
      data: { arxivId, revision, state },
    });
    const sentAt = new Date();
    const response = await this.#post(name, address, body, {
      'content-type': 'application/json',
      'webhook-id': event.id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': this.#signer.sign(event.id, sentAt, body),
    });
    judge(name, response);
  }

  async #post(name: string, address: string, body: string, headers: Record<string, string>): Promise<Response> {
    try {
      // A redirect could lead anywhere, also into the network that this process is in.
      const signal = AbortSignal.timeout(TIMEOUT);
      const response = await fetch(address, { method: 'POST', redirect: 'manual', body, headers, signal });
      await response.body?.cancel();
      return response;
    } catch (cause) {
      throw new DiglotError('DIGLOT_WEBHOOK_UNREACHABLE', `${name} does not answer`, { cause });
    }
  }
}

function judge(name: string, { ok, status, headers }: Response): void {
  if (ok) return;
  const detail = `${name} answers ${status}`;
  if (status === 429) {
    const seconds = Number(headers.get('retry-after'));
    throw new DiglotError('DIGLOT_WEBHOOK_THROTTLED', detail, {
      retryAfter: (Number.isFinite(seconds) && seconds > 0 ? seconds : 60) * 1000,
    });
  }
  if (status >= 500 || status === 408) throw new DiglotError('DIGLOT_WEBHOOK_UNREACHABLE', detail);
  throw new DiglotError('DIGLOT_WEBHOOK_REFUSED', detail);
}
