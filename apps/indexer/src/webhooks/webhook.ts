import { TOPICS } from '@diglot/contracts';
import type { Reader } from '@diglot/pipeline';

/** Who is told of every change of a paper's state. Addresses come from the configuration alone, never from a request. */
export interface Webhook {
  /** A part of its consumer's name, so it must not change: under another one it is another webhook. */
  readonly name: string;
  readonly address: string;
  /** Whether it is told of the states that were there before it was first configured too. */
  readonly from: 'now' | 'beginning';
}

/** A reader of its own, so that one who does not answer holds up nobody. One delivery costs a request: batches are small. */
export function webhookReader({ name }: Webhook): Reader {
  return { consumer: `diglot.webhook.${name}`, topic: TOPICS.paperState, events: 20, bytes: 1_000_000 };
}
