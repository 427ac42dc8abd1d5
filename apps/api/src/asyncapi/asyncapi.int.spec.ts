import { asyncApiDocument, EVENT_CONTRACTS } from '@diglot/contracts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { stageMigrations } from '../testing/real-stages.ts';

describe('what stands on the topics', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi(stageMigrations);
  });
  afterAll(() => api.close());

  it('is told as a document', async () => {
    const document = JSON.parse(JSON.stringify(asyncApiDocument('0.0.0-test'))) as object;
    expect((await api.request('/asyncapi.json')).json()).toEqual(document);
  });

  it('is told as a page', async () => {
    const response = await api.request('/asyncapi');
    expect(response.headers['content-type']).toMatch(/^text\/html/);
    for (const { topic } of Object.values(EVENT_CONTRACTS)) expect(response.body).toContain(`<h2>${topic}</h2>`);
  });

  it.each(Object.values(EVENT_CONTRACTS))('is described where records of $type say', async ({ dataSchema, type }) => {
    const response = await api.request(dataSchema);
    expect(response.headers['content-type']).toMatch(/^application\/schema\+json/);
    expect(response.json()).toMatchObject({ title: expect.stringContaining(type) });
  });

  it('knows no other schema', async () => {
    expect((await api.request('/schemas/..%2Fpackage.json')).statusCode).toBe(404);
  });
});
