import { z } from 'zod';

/** What a reader should take a value of an enumeration for that it does not know. */
export const UNKNOWN_VALUES = z.registry<{ readonly takenAs: string }>();

/**
 * An enumeration that may grow within a version. What we state is checked against the values of today; the schema that is
 * published takes any text and names these as known (asyncapi/event-schema.ts).
 * @param takenAs what a reader should take a value for that it does not know
 */
export function knownValues<const T extends readonly [string, ...string[]]>(
  values: T,
  description: string,
  takenAs: string,
): z.ZodEnum<{ [Value in T[number]]: Value }> {
  const schema = z.enum(values).describe(description);
  UNKNOWN_VALUES.add(schema, { takenAs });
  return schema;
}
