import { EventPattern } from '@nestjs/microservices';
import type { DiglotEvent, EventType } from '@diglot/contracts';
import type { Transaction } from '@diglot/platform';
import type { Announcement } from '../outbox/announcement.ts';
import type { Reader } from '../bus/bus.port.ts';

/** The transporter that handlers of this pipeline belong to; other transporters of the same application skip them. */
export const STAGE_TRANSPORT = Symbol('diglot.stage');

/** An event of a batch that is new to its consumer, with what its preparation came to. */
export interface Delivery<T extends EventType = EventType, Prepared = undefined> {
  readonly event: DiglotEvent<T>;
  readonly prepared: Prepared;
}

/** What a handler may touch: the transaction in which its facts, its announcements and the receipts commit together. */
export interface StageContext {
  readonly tx: Transaction;
}

/** A handler: writes facts through `context.tx`, returns what to announce. */
export type StageHandlerFunction = (
  deliveries: readonly Delivery<EventType, unknown>[],
  context: StageContext,
) => Promise<readonly Announcement[]>;

/** A preparation: what needs no stored fact, outside of any transaction. */
export type StagePreparationFunction = (event: DiglotEvent) => Promise<unknown>;

/** What marks a handler for {@link StageHost}. */
export interface StageExtras {
  readonly phase: 'prepare' | 'handle';
  readonly consumer: string;
  readonly topic: string;
}

/**
 * Declares the handler of a reader. It is called with the events of a batch that the inbox did not hold, sorted by
 * event id, inside the transaction that receipts them.
 * A throw rolls the batch back and repeats it one event at a time.
 */
export function StageHandler(reader: Reader): MethodDecorator {
  return stagePattern('handle', reader);
}

/** Declares the preparation of a reader's events. What it throws is the result of that one event. */
export function StagePreparation(reader: Reader): MethodDecorator {
  return stagePattern('prepare', reader);
}

function stagePattern(phase: StageExtras['phase'], { consumer, topic }: Reader): MethodDecorator {
  const extras: StageExtras = { phase, consumer, topic };
  return EventPattern<string>(`${consumer}/${topic}/${phase}`, STAGE_TRANSPORT, extras);
}
