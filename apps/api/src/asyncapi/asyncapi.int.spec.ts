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
    for (const { topic } of Object.values(EVENT_CONTRACTS)) expect(response.body).toContain(`">${topic}</a></h2>`);
  });

  it('is told as a page whose links lead somewhere', async () => {
    const { body } = await api.request('/asyncapi');
    const links = [...body.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
    const anchors = links.filter((link) => link.startsWith('#'));
    expect(anchors.length).toBeGreaterThan(Object.keys(EVENT_CONTRACTS).length);
    for (const anchor of anchors) expect(body).toContain(` id="${anchor.slice(1)}"`);
    // The page and its icon may not be built here.
    const ofPage = ['/', '/icon.svg'];
    for (const link of links.filter((each) => ![...anchors, ...ofPage].includes(each))) {
      expect([link, (await api.request(link)).statusCode]).toEqual([link, 200]);
    }
  });

  it('is told as a page that looks as it should under what the answer lets through', async () => {
    const { body, headers } = await api.request('/asyncapi');
    expect(headers['content-security-policy']).toContain("style-src 'self';");
    expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
    const [, styles = ''] = /<link rel="stylesheet" href="([^"]+)">/.exec(body) ?? [];
    const response = await api.request(styles);
    expect(response.headers['content-type']).toMatch(/^text\/css/);
    expect(response.body).toContain('color-scheme: light dark');
    const etag = String(response.headers['etag']);
    expect((await api.request({ url: styles, headers: { 'if-none-match': etag } })).statusCode).toBe(304);
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
