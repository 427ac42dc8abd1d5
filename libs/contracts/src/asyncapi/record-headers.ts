import { EVENT_CONTRACTS, type EventType } from '../events/event-types.ts';
import { EVENT_TEXTS, saidName } from './event-texts.ts';
import type { Json } from './event-schema.ts';

const text = (description: string, more: Json = {}): Json => ({ type: 'string', description, ...more });

/** The attributes of CloudEvents 1.0.2 in the Kafka binding's binary mode, as every record has them. */
export const RECORD_HEADERS: Json = {
  type: 'object',
  description: 'Texts in UTF-8. Ignore headers that you do not know.',
  required: [
    'ce_specversion',
    'ce_id',
    'ce_type',
    'ce_source',
    'ce_subject',
    'ce_time',
    'ce_dataschema',
    'ce_revision',
    'content-type',
  ],
  properties: {
    ce_specversion: text('Version of CloudEvents', { const: '1.0' }),
    ce_id: text('Follows from type, subject and revision: the same fact has the same id however often it is sent', {
      format: 'uuid',
    }),
    ce_type: text('Type of the event with its version; one topic carries one'),
    ce_source: text('The service that states it'),
    ce_subject: text('What it is about; revisions count per subject'),
    ce_time: text('When it was stated, UTC, ISO 8601', { format: 'date-time' }),
    ce_dataschema: text('Where its JSON Schema is served, relative to the address of this document'),
    ce_revision: text(
      'A whole number from 1, in decimal digits; take a fact only if its revision is higher than the one you hold of its subject',
      { pattern: '^[1-9][0-9]*$' },
    ),
    ce_replayid: text(
      'Set when a fact is repeated on purpose: it has an id of its own, and the revision that you know',
    ),
    traceparent: text('W3C Trace Context of the work that stated it'),
    'content-type': text('Of the value; a tombstone has it too, though no value', { const: 'application/json' }),
  },
};

/** What these are in the records of one type. */
export function headersOf(type: EventType): Json {
  const { version, source, dataSchema } = EVENT_CONTRACTS[type];
  return {
    type: 'object',
    properties: {
      ce_type: { const: `${type}.v${version}` },
      ce_source: { const: source },
      ce_subject: text(`What it is about; revisions count per subject. It is ${saidName(EVENT_TEXTS[type].subject)}`),
      ce_dataschema: { const: dataSchema },
    },
  };
}
