import { z } from 'zod';
import { UNKNOWN_VALUES } from '../events/known-values.ts';
import { EVENT_CONTRACTS, type EventType } from '../events/event-types.ts';

/** A JSON document. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (2020-12) of what an event carries, as `ce_dataschema` names it. It is the reader's: open to what a
 * version may still come to have, and to records of earlier releases. So it allows properties that it does not name, takes
 * any text for an enumeration (the values of today are its `examples`) and any other kind of record beside those it knows.
 * What we state ourselves is held to the values and fields of today, by the zod schema it is made of.
 */
export function eventSchema(type: EventType): Json {
  const contract = EVENT_CONTRACTS[type];
  const schema = z.toJSONSchema(contract.schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      openValues(jsonSchema, UNKNOWN_VALUES.get(zodSchema)?.takenAs);
      const { def } = zodSchema._zod;
      if (def.type === 'union' && 'discriminator' in def) openKinds(jsonSchema, String(def.discriminator));
    },
  });
  const { $schema, ...described } = schema;
  return {
    $schema,
    $id: contract.dataSchema,
    title: `${contract.type}.v${contract.version}`,
    description:
      'Ignore what you do not know: fields and values may be added to this version, none is ever taken away.',
    ...described,
  };
}

type MutableSchema = z.core.JSONSchema.BaseSchema;

function openValues(schema: MutableSchema, takenAs = ''): void {
  if (schema.enum === undefined) return;
  schema.examples = schema.enum;
  delete schema.enum;
  schema.description = `${schema.description} More values may come, the examples are those of today. Unknown: ${takenAs}.`;
}

/** The last alternative stands for the kinds that are still to come. */
function openKinds(schema: MutableSchema, discriminator: string): void {
  const known = (schema.oneOf ?? []).map(({ properties }) => properties?.[discriminator]);
  const kinds = known.map((kind) => (typeof kind === 'object' ? kind.const : undefined));
  schema.oneOf?.push({
    type: 'object',
    description: `A ${discriminator} that came with a later release: let it pass.`,
    properties: { [discriminator]: { type: 'string', not: { enum: kinds as string[] } } },
    required: [discriminator],
  });
}

/** The JSON Schemas of all events, by the last part of their `ce_dataschema`: `paper.state.v1.json`. */
export function eventSchemas(): ReadonlyMap<string, Json> {
  const types = Object.keys(EVENT_CONTRACTS) as EventType[];
  return new Map(types.map((type) => [EVENT_CONTRACTS[type].dataSchema.replace('/schemas/', ''), eventSchema(type)]));
}
