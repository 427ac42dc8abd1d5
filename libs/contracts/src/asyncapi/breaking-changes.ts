import type { Json } from './event-schema.ts';

/**
 * What in a later JSON Schema breaks a consumer of an earlier one, as far as ours use the language: a property that is
 * gone or no longer always there, another type, a value that means what it did no longer, an alternative that is gone, a
 * schema that was open and is closed. What is only added, or opened, breaks nothing.
 */
export function breakingChanges(before: Json, after: Json, path = 'value'): string[] {
  return [
    ...types(before, after, path),
    ...values(before, after, path),
    ...openness(before, after, path),
    ...properties(before, after, path),
    ...below(before, after, path, 'items'),
    ...below(before, after, path, 'additionalProperties'),
    ...alternatives(before, after, path, 'anyOf'),
    ...alternatives(before, after, path, 'oneOf'),
  ];
}

function types({ type: before }: Json, { type: after }: Json, path: string): string[] {
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [`${path}: ${show(before)} became ${show(after)}`];
}

function values(before: Json, after: Json, path: string): string[] {
  if ('const' in before && before['const'] !== after['const']) return [`${path}: another constant`];
  const kept = known(after);
  const gone = known(before).filter((value) => !kept.includes(value));
  return gone.map((value) => `${path}: the value ${show(value)} is gone`);
}

/** The values of an enumeration; of an open one those that its examples name. */
function known(schema: Json): readonly unknown[] {
  return list(schema['enum'] ?? schema['examples']);
}

/** Whoever validates by the earlier schema lets pass what the later one may not promise to leave out, but not the reverse. */
function openness(before: Json, after: Json, path: string): string[] {
  const isClosed = after['additionalProperties'] === false && before['additionalProperties'] !== false;
  return isClosed && before['type'] === 'object' ? [`${path} is no longer open`] : [];
}

function properties(before: Json, after: Json, path: string): string[] {
  const [old, fresh] = [record(before['properties']), record(after['properties'])];
  const required = list(after['required']);
  return Object.entries(old).flatMap(([name, schema]) => {
    const place = `${path}.${name}`;
    const now = fresh[name];
    if (now === undefined) return [`${place} is gone`];
    const optional = list(before['required']).includes(name) && !required.includes(name);
    return [
      ...(optional ? [`${place} is no longer always there`] : []),
      ...breakingChanges(record(schema), record(now), place),
    ];
  });
}

function below(before: Json, after: Json, path: string, keyword: string): string[] {
  const [old, now] = [before[keyword], after[keyword]];
  if (typeof old !== 'object') return [];
  return breakingChanges(record(old), record(now), `${path}[]`);
}

/** By their place: alternatives are only ever added behind the others. */
function alternatives(before: Json, after: Json, path: string, keyword: string): string[] {
  return list(before[keyword]).flatMap((schema, index) => {
    const now = list(after[keyword])[index];
    return now === undefined
      ? [`${path}: alternative ${index + 1} is gone`]
      : breakingChanges(record(schema), record(now), `${path}(${index + 1})`);
  });
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}
