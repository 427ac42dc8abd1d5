import { z } from 'zod';
import { EVENT_CONTRACTS, type EventType } from '../events/event-types.ts';

/** A JSON document. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (2020-12) of what an event carries, as `ce_dataschema` names it. It is closed: it describes what we
 * produce; a consumer should let pass what it does not know, for fields may be added.
 */
export function eventSchema(type: EventType): Json {
  const contract = EVENT_CONTRACTS[type];
  const schema = z.toJSONSchema(contract.schema, { io: 'output', unrepresentable: 'any' });
  return { $id: contract.dataSchema, title: `${contract.type}.v${contract.version}`, ...schema };
}

/** The JSON Schemas of all events, by the last part of their `ce_dataschema`: `paper.state.v1.json`. */
export function eventSchemas(): ReadonlyMap<string, Json> {
  const types = Object.keys(EVENT_CONTRACTS) as EventType[];
  return new Map(types.map((type) => [EVENT_CONTRACTS[type].dataSchema.replace('/schemas/', ''), eventSchema(type)]));
}
