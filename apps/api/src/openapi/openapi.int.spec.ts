import { Validator } from '@seriousme/openapi-schema-validator';
import { indexerMigrations } from '@diglot/indexer';
import { parserMigrations } from '@diglot/parser';
import { pipelineMigrations } from '@diglot/pipeline';
import { watcherMigrations } from '@diglot/watcher';
import { PAGE_PATHS } from '@diglot/web';
import { ROUTES, type RouteContract } from '../contract/routes.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { openApiDocument } from './openapi-document.ts';

/** Served, and not for programs: the page, this document, and what browsers ask before they ask (CORS). */
const UNDESCRIBED = [
  '/',
  '/:file',
  '/assets/:asset',
  ...PAGE_PATHS.flatMap((path) => [`/${path}`, `/${path}/*`]),
  '/openapi.json',
  '/asyncapi.css',
  '*',
];

type Json = Readonly<Record<string, unknown>>;

const routes = Object.values(ROUTES) as RouteContract[];
const served = ({ path, route }: RouteContract): string => route ?? path.replaceAll(/\{(\w+)\}/g, ':$1');

describe('/openapi.json', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi([...pipelineMigrations, ...watcherMigrations, ...parserMigrations, ...indexerMigrations]);
  });
  afterAll(() => api.close());

  it('is a valid OpenAPI 3.1 document', async () => {
    const { valid, errors } = await new Validator().validate(openApiDocument('1.2.3'));
    expect({ valid, errors }).toMatchObject({ valid: true });
  });

  it.each([
    ['/api/feed.json', 'application/feed+json'],
    ['/asyncapi.json', 'application/json'],
    ['/schemas/{name}', 'application/schema+json'],
  ])('says that %s answers an object', (path, type) => {
    const { paths } = openApiDocument('1') as Json;
    const schema = { type: 'object' };
    const content: Json = expect.objectContaining({ [type]: { schema } });
    expect(paths).toMatchObject({ [path]: { get: { responses: { 200: { content } } } } });
  });

  it('is served', async () => {
    const response = await api.request('/openapi.json');
    expect(response.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument('0.0.0-test'))));
  });

  it.each(routes.map((route) => [route.method, route.path, route] as const))('%s %s is served', (method, _, route) => {
    const server = api.application.getHttpAdapter().getInstance();
    expect(server.hasRoute({ method: method.toUpperCase() as 'GET' | 'POST', url: served(route) })).toBe(true);
  });

  it('describes everything that is served', () => {
    const known = new Set(routes.map((route) => `${route.method.toUpperCase()} ${served(route)}`));
    const all = api.served.filter(({ url }) => !UNDESCRIBED.includes(url));
    expect(all.filter(({ method, url }) => method !== 'HEAD' && !known.has(`${method} ${url}`))).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(routes.length);
  });

  it('describes how a query is checked: what it allows is allowed, its bounds are bounds', async () => {
    expect(openApiDocument('1')).toMatchObject({
      paths: {
        '/api/papers': {
          get: {
            parameters: expect.arrayContaining([
              expect.objectContaining({ name: 'limit', schema: expect.objectContaining({ maximum: 200 }) }),
            ]),
          },
        },
      },
    });
    expect((await api.request('/api/papers?limit=200')).statusCode).toBe(200);
    expect((await api.request('/api/papers?limit=201')).statusCode).toBe(400);
  });

  it('says which routes are commands', () => {
    expect(openApiDocument('1')).toMatchObject({
      paths: {
        '/api/dead-letters/redrive': { post: { security: [{ token: [] }] } },
        '/api/papers': { get: { security: [] } },
      },
    });
  });
});
