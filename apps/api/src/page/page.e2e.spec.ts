import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexerMigrations } from '@diglot/indexer';
import { parserMigrations } from '@diglot/parser';
import { pipelineMigrations } from '@diglot/pipeline';
import { leaveOut, waitFor } from '@diglot/testing';
import { watcherMigrations } from '@diglot/watcher';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { seedPapers, type SeedPaper } from '../testing/seed.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where pictures are kept for people to look at; nowhere, unless a folder is given. */
const PICTURES = process.env['DIGLOT_SCREENSHOTS'];

const HOSTILE: SeedPaper = {
  id: '2503.09999',
  title: '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> \u202eright to left',
  zh: '<b>粗体</b> ' + '很'.repeat(300),
  abstract: `$\\frac{1}{ "</textarea>"><svg onload="window.hacked=1"> ${'W'.repeat(10_000)}`,
  abstractZh: '😀 {{7*7}} javascript:alert(1)',
  authors: ['<script>window.hacked=1</script>'],
  link: 'javascript:window.hacked=1',
  date: '2025-03-09',
  verdict: 'flag',
  abstractVerdict: 'retranslate',
};

const SPECIAL: readonly SeedPaper[] = [
  HOSTILE,
  {
    id: '2503.00001',
    title: 'Retrieval augmented generation',
    zh: '检索增强生成',
    abstract: 'We study it at length.',
    abstractZh: '标题',
    verdict: 'accept',
    abstractVerdict: 'retranslate',
    date: '2025-03-08',
  },
  {
    id: '2503.00002',
    title: 'Robots that plan',
    zh: '会规划的机器人',
    abstractZh: '我们研究规划。',
    verdict: 'accept',
    abstractVerdict: 'accept',
    date: '2025-03-07',
  },
  { id: 'hep-th/9901001', title: 'An old paper without Chinese', date: '2025-03-06' },
];
const MANY = Array.from({ length: 70 }, (_, index): SeedPaper => {
  const number = String(index + 1).padStart(5, '0');
  return {
    id: `2502.${number}`,
    title: `Ordinary paper ${number}`,
    zh: `普通论文 ${number}`,
    verdict: 'accept',
    date: '2025-02-01',
  };
});

const withChromium = existsSync(CHROMIUM) || !leaveOut(`the page in a browser: there is no ${CHROMIUM}`);

(withChromium ? describe : describe.skip)('the page', () => {
  let api: ApiUnderTest;
  let browser: Browser;
  let address: string;
  let complaints: string[];

  beforeAll(async () => {
    execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b', 'apps/web'], { cwd: ROOT });
    api = await startApi([...pipelineMigrations, ...watcherMigrations, ...parserMigrations, ...indexerMigrations]);
    await api.application.listen(0, '127.0.0.1');
    address = (await api.application.getUrl()).replace('127.0.0.1', 'localhost');
    browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...QUIET] });
  });
  afterAll(async () => {
    await browser.close();
    await api.close();
  });
  beforeEach(() => {
    complaints = [];
  });

  async function open(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      complaints.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(address + path);
    return page;
  }

  const titles = (page: Page): Promise<string[]> => page.locator('.paper a.title').allTextContents();
  /** The page passes through other states before: it asks while somebody types, and figures come by themselves. */
  const untilTexts = (texts: Locator, expected: readonly string[]): Promise<unknown> =>
    waitFor(async () => JSON.stringify(await texts.allTextContents()) === JSON.stringify(expected), {
      what: expected.join(', '),
    });
  const untilTitles = (page: Page, expected: readonly string[]): Promise<unknown> =>
    untilTexts(page.locator('.paper a.title'), expected);
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  };

  describe('before there is a paper', () => {
    it('says so, and fills itself when papers come', async () => {
      const page = await open();
      await page.getByText('No papers yet').waitFor();
      await page.locator('#progress').getByText('Complete').waitFor();
      await picture(page, 'empty');
      await seedPapers(api.database, SPECIAL.slice(0, 1));
      await page.locator('.paper').first().waitFor();
      expect(await titles(page)).toHaveLength(1);
      expect(complaints).toEqual([]);
    });
  });

  describe('with papers', () => {
    beforeAll(async () => {
      await api.database.run('TRUNCATE indexer.papers, indexer.members, indexer.search, parser.entries');
      await seedPapers(api.database, [...SPECIAL, ...MANY]);
    });

    it('shows both languages beside each other, with what was decided', async () => {
      const page = await open();
      const row = page.locator('[data-paper="2503.00001"]');
      await row.waitFor();
      const [english, chinese] = [row.locator('a.title'), row.locator('p.title')];
      expect([await english.getAttribute('lang'), await chinese.getAttribute('lang')]).toEqual(['en', 'zh-Hans']);
      const [left, right] = [await english.boundingBox(), await chinese.boundingBox()];
      expect(right?.x).toBeGreaterThan((left?.x ?? 0) + 300);
      expect(await row.locator('.badge').allTextContents()).toEqual(['Title: Accepted', 'Abstract: Retranslate']);
      const old = page.locator('[data-paper="hep-th/9901001"]');
      expect(await old.locator('.missing').first().textContent()).toBe('No Chinese text yet');
      await untilTexts(page.locator('#filter .chip'), [
        'All74',
        'Accepted71',
        'Flagged0',
        'Retranslate2',
        'Not judged1',
      ]);
      await picture(page, 'light');
      expect(complaints).toEqual([]);
    });

    it('is dark where that is wanted', async () => {
      const colour = 'getComputedStyle(document.body).backgroundColor';
      const [light, dark] = [await open(), await open('/', { colorScheme: 'dark' })];
      await dark.locator('.paper').first().waitFor();
      await dark.locator('[data-paper="2503.00001"] a.title').click();
      await dark.locator('.finding').first().waitFor();
      await picture(dark, 'dark');
      expect(await light.evaluate(colour)).not.toBe(await dark.evaluate(colour));
      expect(complaints).toEqual([]);
    });

    it('searches in both languages, marks what it found, and keeps it in the address', async () => {
      const page = await open();
      await page.locator('.paper').first().waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('generating');
      await untilTitles(page, ['Retrieval augmented generation']);
      await untilTexts(page.locator('mark.match'), ['generation']);
      await page.fill('#search', '机器人');
      await untilTitles(page, ['Robots that plan']);
      await untilTexts(page.locator('mark.match'), ['机器人']);
      expect(new URL(page.url()).searchParams.get('q')).toBe('机器人');
      await page.reload();
      await page.locator('[data-paper="2503.00002"]').waitFor();
      expect(await page.inputValue('#search')).toBe('机器人');
      await page.fill('#search', 'nothing has this');
      await page.getByText('Nothing matches').waitFor();
      await picture(page, 'nothing');
      expect(complaints).toEqual([]);
    });

    it('filters by verdict', async () => {
      const page = await open();
      await page.getByRole('button', { name: /^Retranslate/ }).click();
      await untilTexts(page.locator('.paper .id').filter({ visible: true }), ['2503.09999', '2503.00001']);
      expect(await page.getByRole('button', { name: /^Retranslate/ }).getAttribute('aria-pressed')).toBe('true');
      expect(complaints).toEqual([]);
    });

    it('opens a paper and explains its issues in both languages', async () => {
      const page = await open('/?paper=2503.00001');
      const detail = page.locator('[data-paper="2503.00001"] .detail');
      await detail.locator('.issue').first().waitFor();
      expect(await detail.locator('.issue [lang=en]').textContent()).toBe('The abstract is only a title.');
      expect(await detail.locator('.issue [lang=zh-Hans]').textContent()).toBe('摘要只是一个标题。');
      expect(await detail.locator('.verdict.retranslate [lang=zh-Hans]').textContent()).toContain('需要重新翻译');
      expect(await detail.locator('.text[lang=en]').textContent()).toBe('We study it at length.');
      expect(await detail.locator('mark.critical').allTextContents()).toEqual(['标题']);
      expect(await detail.getByRole('link', { name: 'at arXiv' }).getAttribute('href')).toBe(
        'https://arxiv.org/abs/2503.00001',
      );
      expect(await detail.locator('footer li').textContent()).toContain('examples/4-Mar-2025/AI/README.md, line 17');
      await picture(page, 'detail');
      expect(complaints).toEqual([]);
    });

    it('is used by keys alone', async () => {
      const page = await open();
      await page.locator('.paper').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      await page.keyboard.press('Enter');
      await page.locator('[data-paper="2503.00001"] .finding').first().waitFor();
      expect(new URL(page.url()).searchParams.get('paper')).toBe('2503.00001');
      await page.keyboard.press('Escape');
      await page.locator('[data-paper="2503.00001"] .detail').waitFor({ state: 'hidden' });
      await page.keyboard.press('/');
      await page.keyboard.type('jjk');
      expect(await page.inputValue('#search')).toBe('jjk');
      await page.keyboard.press('Escape');
      expect(complaints).toEqual([]);
    });

    it('shows more, page by page', async () => {
      const page = await open();
      await page.getByRole('button', { name: 'Show more' }).click();
      await page.locator('.paper').nth(73).waitFor({ state: 'attached' });
      expect(await titles(page)).toHaveLength(74);
      expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('speaks Chinese, and remembers it', async () => {
      const page = await open('/?paper=2503.00001');
      await page.locator('.finding').first().waitFor();
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByText('已全部完成').waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe('zh-Hans');
      await page.locator('[data-paper="2503.00001"] .finding').first().waitFor();
      await page.reload();
      await page.getByText('已全部完成').waitFor();
      await picture(page, 'chinese');
      const chinese = await open('/', { locale: 'zh-CN' });
      await chinese.getByText('已全部完成').waitFor();
      expect(complaints).toEqual([]);
    });

    it('shows hostile text as text', async () => {
      const page = await open('/?paper=2503.09999');
      const row = page.locator('[data-paper="2503.09999"]');
      await row.locator('.finding').first().waitFor();
      expect(await row.locator('a.title').textContent()).toBe(HOSTILE.title);
      expect(await row.locator('.text[lang=en]').textContent()).toBe(HOSTILE.abstract);
      expect(await row.locator('img, script, svg, b, textarea').count()).toBe(0);
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(complaints).toEqual([]);
    });

    it('fits a phone', async () => {
      const page = await open('/?paper=2503.00001', { viewport: { width: 360, height: 780 } });
      await page.locator('.finding').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      const row = page.locator('[data-paper="2503.00001"]');
      const [english, chinese] = [
        await row.locator('a.title').boundingBox(),
        await row.locator('p.title').boundingBox(),
      ];
      expect(chinese?.y).toBeGreaterThan((english?.y ?? 0) + 10);
      await picture(page, 'phone');
      expect(complaints).toEqual([]);
    });

    it('tells of new papers and waits to be asked', async () => {
      const page = await open();
      await page.locator('.paper').first().waitFor();
      await seedPapers(api.database, [{ id: '2503.11111', title: 'Just in', zh: '刚到', date: '2025-03-11' }]);
      await page.getByRole('button', { name: /New papers/ }).click();
      await page.locator('[data-paper="2503.11111"]').waitFor();
      expect((await titles(page))[0]).toBe('Just in');
      expect(complaints).toEqual([]);
    });

    it('shows what went wrong, and where', async () => {
      await api.database.run(`INSERT INTO watcher.sources (name, location) VALUES ('examples', '/srv/examples')`);
      await api.database.run(
        `INSERT INTO watcher.problems (source, path, code, detail) VALUES ('examples', 'big.md', 'DIGLOT_DIGEST_TOO_LARGE', '70 MB')`,
      );
      await api.database.run(
        `INSERT INTO pipeline.inbox (consumer, event_id, status, topic, partition, "offset", key, payload_sha256, error_code, error_detail)
         VALUES ('diglot.parser', gen_random_uuid(), 'dead', 'arxiv.digest.discovered.v1', 0, '', E'examples\\nb.md', '',
           'DIGLOT_DIGEST_ENCODING', 'DIGLOT_DIGEST_ENCODING: examples/b.md:7:3: a byte <b>is</b> wrong')`,
      );
      await api.database.run(
        `INSERT INTO parser.diagnostics (source, path, position, severity, code, line, "column", field, message)
         VALUES ('examples', 'c.md', 0, 'error', 'DIGLOT_BLOCK_NO_LINK', 3, 1, NULL, 'the link is missing')`,
      );
      const page = await open();
      for (const [id, place] of [
        ['problems', 'examples/big.md'],
        ['dead-letters', 'examples/b.md:7'],
        ['broken-blocks', 'examples/c.md:3:1'],
      ]) {
        await page.locator(`#${id} summary`).click();
        expect(await page.locator(`#${id} .place`).textContent()).toBe(place);
      }
      expect(await page.locator('#dead-letters').textContent()).toContain('<b>is</b>');
      await picture(page, 'troubles');
      expect(complaints).toEqual([]);
    });

    it('says what Diglot waits for, until it goes on', async () => {
      const page = await open();
      api.health.current = { ready: false, reasons: ['diglot.parser waits: DIGLOT_POSTGRES_FULL'] };
      await page.locator('#banner').getByText('DIGLOT_POSTGRES_FULL').waitFor();
      api.health.current = { ready: true, reasons: [] };
      await page.locator('#banner').waitFor({ state: 'hidden' });
      expect(await titles(page)).not.toEqual([]);
    });

    it('says when nobody answers, and goes on by itself', async () => {
      const page = await open();
      await page.locator('.paper').first().waitFor();
      await page.route('**/api/**', (route) => route.abort());
      await page.locator('#banner').getByText('Diglot does not answer').waitFor();
      expect(await titles(page)).not.toEqual([]);
      await page.fill('#search', 'robots');
      await page.getByText('This could not be loaded').waitFor();
      await picture(page, 'disconnected');
      await page.unroute('**/api/**');
      await page.locator('#banner').waitFor({ state: 'hidden' });
      await untilTitles(page, ['Robots that plan']);
    });
  });
});
