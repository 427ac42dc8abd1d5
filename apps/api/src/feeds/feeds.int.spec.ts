import { EVENT_CONTRACTS } from '@diglot/contracts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { stageMigrations } from '../testing/real-stages.ts';
import { seedPapers } from '../testing/seed.ts';

const HOSTILE = ']]><script>alert(1)</script> & "x" \u0000\u0008 \ud800 😀';

interface JsonFeed {
  readonly title: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly url: string;
    readonly content_text: string;
    readonly content_html: string;
    readonly tags: readonly string[];
  }[];
}

describe('feeds', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi(stageMigrations);
    await seedPapers(api.database, [
      {
        id: '2503.00001',
        title: 'Robots that plan',
        zh: '会规划的机器人',
        verdict: 'accept',
        abstractZh: '摘要。',
        authors: ['Ada Okafor', 'Bo Li'],
      },
      { id: '2503.00002', title: 'English only', date: '2025-03-05' },
      {
        id: 'hep-th/9901001',
        title: 'Only its title fails',
        zh: '好的，以下是翻译：',
        verdict: 'retranslate',
        abstract: 'Strings & <branes>.',
        abstractZh: '弦与膜。',
        abstractVerdict: 'flag',
        date: '2025-03-03',
      },
      {
        id: '2503.00004',
        title: 'Only its abstract fails',
        zh: '只有摘要不行',
        abstract: 'Words that are kept.',
        abstractZh: '只有摘要不行',
        abstractVerdict: 'retranslate',
        date: '2025-03-02',
      },
      { id: '2503.00003', title: HOSTILE.replace('\u0000', ''), link: 'javascript:alert(1)', date: '2025-03-01' },
    ]);
  });
  afterAll(() => api.close());

  it('of any query in either language', async () => {
    const feed = (await api.request('/api/feed.json?lang=zh&q=robots')).json<JsonFeed>();
    expect(feed.items.map(({ title }) => title)).toEqual(['会规划的机器人']);
    const all = (await api.request('/api/feed.json')).json<JsonFeed>();
    expect(all.items.map(({ title }) => title).slice(0, 2)).toEqual(['English only', 'Robots that plan']);
    expect(all.items[0]).toMatchObject({
      id: 'https://arxiv.org/abs/2503.00002',
      url: 'https://arxiv.org/abs/2503.00002',
    });
    const chinese = (await api.request('/api/feed.json?lang=zh')).json<JsonFeed>();
    expect(chinese.items[0]?.title).toBe('English only');
    expect((await api.request('/api/feed.json?q=!!!')).json()).toMatchObject({ items: [] });
  });

  it('as JSON Feed 1.1, with every author and the whole text', async () => {
    const response = await api.request('/api/feed.json?lang=zh&q=robots');
    expect(response.headers['content-type']).toBe('application/feed+json; charset=utf-8');
    expect(response.json()).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      language: 'zh-CN',
      items: [{ content_text: '摘要。', authors: [{ name: 'Ada Okafor' }, { name: 'Bo Li' }] }],
    });
  });

  it('hand out no Chinese that was rejected: the English, with a note, title and abstract each by its own verdict', async () => {
    const { items } = (await api.request('/api/feed.json?lang=zh')).json<JsonFeed>();
    const itemOf = (id: string) => items.find((item) => item.id === `https://arxiv.org/abs/${id}`);
    expect(itemOf('hep-th/9901001')).toMatchObject({
      title: 'Only its title fails（中文标题未通过核对）',
      content_text: '弦与膜。',
      tags: ['AI', 'title-verdict:retranslate', 'abstract-verdict:flag'],
    });
    expect(itemOf('2503.00004')).toMatchObject({
      // Nobody judged it.
      title: '只有摘要不行',
      content_text: '（中文摘要未通过核对，以下为英文原文。）\n\nWords that are kept.',
      tags: ['AI', 'title-verdict:unverified', 'abstract-verdict:retranslate'],
    });
    const { body } = await api.request('/api/feed.rss?lang=zh');
    for (const rejected of ['好的，以下是翻译', '<p>只有摘要不行</p>']) expect(body).not.toContain(rejected);
    expect(body).toContain('<p>（中文摘要未通过核对，以下为英文原文。）</p><p>Words that are kept.</p>');
    expect(body).toContain('<category>title-verdict:retranslate</category>');
    // An English feed shows nothing of a translation.
    const english = await api.request('/api/feed.rss');
    expect(english.body).not.toContain('未通过');
    expect(english.body).toContain('<category>title-verdict:retranslate</category>');
  });

  it('lead to arXiv, and to the page of the host that was asked', async () => {
    const request = { headers: { host: 'digests.example', 'x-forwarded-host': 'evil.example' } };
    const { items } = (await api.request({ url: '/api/feed.json', ...request })).json<JsonFeed>();
    expect(items.find(({ title }) => title === 'Only its title fails')).toMatchObject({
      url: 'https://arxiv.org/abs/hep-th/9901001',
      content_html:
        '<p>Strings &amp; &lt;branes&gt;.</p>' +
        '<p><a href="http://digests.example/read/hep-th/9901001">Read in both languages</a></p>',
    });
    const { body } = await api.request({ url: '/api/feed.rss?lang=zh', ...request });
    expect(body).toContain('<a href="http://digests.example/read/hep-th/9901001">双语对照阅读</a>');
    expect(body).not.toContain('evil.example');
  });

  it('are sent once to who asks again', async () => {
    for (const url of ['/api/feed.json', '/api/feed.rss', '/asyncapi', EVENT_CONTRACTS['paper.state'].dataSchema]) {
      const { statusCode, headers } = await api.request(url);
      expect([url, statusCode]).toEqual([url, 200]);
      const again = await api.request({ url, headers: { 'if-none-match': String(headers.etag) } });
      expect([url, again.statusCode, again.body]).toEqual([url, 304, '']);
    }
  });

  it('as RSS that is XML whatever a title holds, and runs nothing', async () => {
    const response = await api.request('/api/feed.rss');
    expect(response.headers['content-type']).toMatch(/^application\/rss\+xml/);
    const { body } = response;
    expect(body.match(/<item>/g)).toHaveLength(5);
    expect(body).not.toMatch(/[^\P{Cc}\t\n\r]|\p{Cs}/u);
    expect(body).toContain('xmlns:dc="http://purl.org/dc/elements/1.1/"');
    expect(body).toContain('<dc:creator>Ada Okafor, Bo Li</dc:creator>');
    expect(body).not.toContain('<author>');
    // Outside of CDATA sections there is no markup but that of RSS.
    const outside = body.replace(/<!\[CDATA\[[^]*?\]\]>/g, '');
    expect(outside).not.toContain('<script');
    expect(outside).not.toContain('javascript:');
  });

  it('refuses what it does not know', async () => {
    expect((await api.request('/api/feed.rss?lang=fr')).statusCode).toBe(400);
  });
});
