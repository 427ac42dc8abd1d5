import { z } from 'zod';
import { ERROR_TABLE } from '@diglot/domain';
import { limitCodes, ROUTES, type RouteContract } from '../contract/routes.ts';
import { components, errorBody } from '../contract/shared.schema.ts';

type Json = Readonly<Record<string, unknown>>;

const REFERENCE = '#/components/schemas/';

/** The OpenAPI 3.1 document of the api, made of the schemas that check its requests. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, route] of Object.entries(ROUTES) as [string, RouteContract][]) {
    (paths[route.path] ??= {})[route.method] = operation(name, route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Diglot',
      version,
      description: 'Bilingual arXiv digests: papers, digests, what is wrong with them, and the state of the work.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [],
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'The content of the token file' } },
    },
  };
}

function operation(name: string, route: RouteContract): Json {
  const { summary, params, query, command } = route;
  return {
    operationId: name,
    summary,
    parameters: [...parametersIn('path', params), ...parametersIn('query', query)],
    ...requestBody(route),
    responses: responses(route),
    security: command ? [{ token: [] }] : [],
  };
}

function requestBody({ body, bodyType }: RouteContract): Json {
  if (bodyType !== undefined) return { requestBody: { required: true, content: { [bodyType]: {} } } };
  return body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } } : {};
}

function parametersIn(place: 'path' | 'query', schema: z.ZodObject | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property as { description?: string };
    const described = description === undefined ? {} : { description };
    return { name, in: place, required: required.includes(name), ...described, schema: rest };
  });
}

function responses(route: RouteContract): Json {
  const { path, response, types = ['text/plain'] } = route;
  const content = response
    ? { 'application/json': { schema: schemaOf(response) } }
    : Object.fromEntries(types.map((type) => [type, { schema: { type: isDocument(type) ? 'object' : 'string' } }]));
  const codes = [...route.errors, ...limitCodes(route)]
    .map((code) => `${code}: ${ERROR_TABLE[code].meaning}`)
    .join(' ');
  const problem = { 'application/problem+json': { schema: schemaOf(errorBody) } };
  const error = { description: codes || 'An error', content: problem };
  const unready = path === '/readyz' ? { 503: { description: 'It cannot', content } } : {};
  return { 200: { description: 'As asked', content }, ...unready, default: error };
}

/** Whether a body of this type is parsed as one JSON document; lines of documents are text. */
function isDocument(type: string): boolean {
  return /\bjson$/.test(type);
}

/** A reference where the schema is a component, which every schema of a response and of a body is. */
function schemaOf(schema: z.ZodType): Json {
  const id = components.get(schema)?.id;
  if (id === undefined) throw new Error('a response or body whose schema is no component');
  return { $ref: REFERENCE + id };
}

function componentSchemas(): Json {
  const { schemas } = z.toJSONSchema(components, { uri: (id) => REFERENCE + id, io: 'input' });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutNames(schema)]));
}

/** Its place in the document names it. */
function withoutNames(schema: Json): Json {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !['$id', '$schema', 'id'].includes(key)));
}
