import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { leaveOut, temporaryFolder, waitFor, type TemporaryFolder } from '@diglot/testing';
import type { Page } from 'playwright-core';
import { PageBrowser, buildPage, chromiumIsThere, overflow } from '../testing/page-browser.ts';
import { StandaloneProcess } from '../testing/standalone-process.ts';
import { HOSTILE, writeLateDigest, writePageDigests } from './page-digests.ts';

/** Each view, and words of it that show that it is there; in both languages. */
const VIEWS = [
  { path: '/', en: 'What came, day by day', zh: '每天收到的内容' },
  { path: '/read', en: 'Just in', zh: 'Just in' },
  { path: '/read/2511.00001', en: 'What the check found', zh: '核对结果' },
  { path: '/read/2511.00001?show=history', en: 'How its state changed', zh: '状态变化' },
  { path: '/search?q=library', en: 'Retrieval augmented generation for libraries', zh: '面向图书馆的检索增强生成' },
  { path: '/flow', en: 'makes them findable', zh: '使论文可搜索' },
  { path: '/dead-letters', en: 'DIGLOT_DIGEST_ENCODING', zh: 'DIGLOT_DIGEST_ENCODING' },
  { path: '/trace?of=2511.00001', en: 'Translation judged', zh: '核对译文' },
  { path: '/quality', en: 'Title in place of the abstract', zh: '以标题充当摘要' },
  { path: '/sources', en: '4-Nov-2025/AI/README.md', zh: '4-Nov-2025/AI/README.md' },
] as const;

const withChromium = chromiumIsThere || !leaveOut('the page in a browser: there is no chromium');

(withChromium ? describe : describe.skip)('the page over a running pipeline', () => {
  let folder: TemporaryFolder;
  let digests: string;
  let diglot: StandaloneProcess;
  let browser: PageBrowser;

  beforeAll(async () => {
    buildPage();
    folder = await temporaryFolder('page');
    digests = join(folder.path, 'digests');
    await mkdir(digests);
    const options = ['--data', join(folder.path, 'data'), '--no-examples', '--watch', digests];
    diglot = new StandaloneProcess(options, { DIGLOT_PORT: '0' });
    browser = await PageBrowser.start(await diglot.address());
  });
  afterAll(async () => {
    await browser.close();
    await diglot.node.kill('SIGTERM');
    await folder.remove();
  });
  beforeEach(() => {
    browser.complaints = [];
  });

  const row = (page: Page, id: string) => page.locator(`[data-paper="${id}"]`);

  it('says of an empty Diglot that it is empty, and fills itself when digests come', async () => {
    const [today, reader] = [await browser.open('/'), await browser.open('/read')];
    await today.getByText('Nothing has come yet').waitFor();
    await reader.getByText('No papers yet').waitFor();
    await writePageDigests(digests);
    await row(reader, '2511.00001').waitFor();
    await today.getByText('Wednesday 5 November 2025').or(today.getByText('Wednesday, 5 November 2025')).waitFor();
    await diglot.waitForStatus(({ inFlight, dead }) => inFlight === 0 && dead > 0);
    expect(browser.complaints).toEqual([]);
    await Promise.all([today.context().close(), reader.context().close()]);
  });

  it('tells of new papers, and waits to be asked', async () => {
    const page = await browser.open('/read');
    await page.locator('[data-paper]').first().waitFor();
    await writeLateDigest(digests);
    await page.getByRole('button', { name: /New papers/ }).click();
    await row(page, '2511.30001').waitFor();
    expect(browser.complaints).toEqual([]);
  });

  describe.each(VIEWS)('$path', ({ path, en, zh }) => {
    it('is readable by everybody, on a desk, a phone and a wall, in both languages and colour schemes', async () => {
      const light = await browser.open(path);
      await light.getByText(en).first().waitFor();
      expect(await browser.obstacles(light)).toEqual([]);
      for (const [width, height] of [
        [360, 780],
        [2560, 1440],
      ] as const) {
        await light.setViewportSize({ width, height });
        expect(await overflow(light)).toBeLessThanOrEqual(0);
        await browser.picture(light, `${path.replaceAll('/', '-')}-${width}`);
      }
      const dark = await browser.open(path, { locale: 'zh-CN', colorScheme: 'dark' });
      await dark.getByText(zh).first().waitFor();
      expect(await dark.getAttribute('html', 'lang')).toBe('zh-Hans');
      expect(await browser.obstacles(dark)).toEqual([]);
      await browser.picture(dark, `${path.replaceAll('/', '-')}-dark`);
      const background = 'getComputedStyle(document.body).backgroundColor';
      expect(await dark.evaluate(background)).not.toBe(await light.evaluate(background));
      expect(browser.complaints).toEqual([]);
      await Promise.all([light.context().close(), dark.context().close()]);
    });
  });

  it('shows hostile text as text', async () => {
    const page = await browser.open(`/read/${HOSTILE.id}`);
    const article = page.locator(`[data-open="${HOSTILE.id}"]`);
    await article.waitFor();
    await waitFor(async () => (await article.textContent())?.includes(HOSTILE.word) === true, { what: 'its text' });
    const text = (await article.textContent()) ?? '';
    expect(text).toContain('<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>');
    expect(text).toContain(HOSTILE.latex);
    expect(await page.locator('main :is(img, script, svg[onload], b, textarea)').count()).toBe(0);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    for (const width of [1366, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
    expect(browser.complaints).toEqual([]);
  });
});
