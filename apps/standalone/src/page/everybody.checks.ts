import { fitsItsWindow } from '../testing/page-browser.ts';
import type { PageUnderTest } from './page-under-test.ts';

/** Each view, and words of it that show that it is there; in both languages. */
const VIEWS = [
  { path: '/', en: 'What came, day by day', zh: '每天收到的内容' },
  { path: '/read', en: 'Just in', zh: 'Just in' },
  { path: '/read/2511.00001', en: 'What the check found', zh: '核对结果' },
  { path: '/read/2511.00001?show=history', en: 'How its state changed', zh: '状态变化' },
  { path: '/search?q=library', en: 'Retrieval augmented generation for libraries', zh: '面向图书馆的检索增强生成' },
  { path: '/flow', en: 'makes them findable', zh: '使论文可搜索' },
  { path: '/dead-letters', en: 'DIGLOT_DIGEST_ENCODING', zh: '摘要文件不是有效的 UTF-8。' },
  { path: '/trace?of=2511.00001', en: 'Translation judged', zh: '核对译文' },
  { path: '/quality', en: 'Title in place of the abstract', zh: '以标题充当摘要' },
  { path: '/quality?show=reviews', en: 'We let robots plan.', zh: '待审阅' },
  { path: '/sources', en: '4-Nov-2025/AI/README.md', zh: '4-Nov-2025/AI/README.md' },
] as const;

const BACKGROUND = 'getComputedStyle(document.body).backgroundColor';

/** Who cannot see, who has a phone, who stands before a wall, who reads Chinese, who likes it dark. */
export function describeEverybody(given: () => PageUnderTest): void {
  describe.each(VIEWS)('$path', ({ path, en, zh }) => {
    it('can be used by everybody', async () => {
      const { browser } = given();
      const name = path.replaceAll(/\W+/g, '-');
      const light = await browser.open(path);
      await light.getByText(en).first().waitFor();
      expect(await browser.obstacles(light)).toEqual([]);
      for (const [width, height] of [
        [360, 780],
        [2560, 1440],
      ] as const) {
        await light.setViewportSize({ width, height });
        await fitsItsWindow(light);
        expect(await browser.obstacles(light)).toEqual([]);
        await browser.picture(light, `${name}-${width}`);
      }
      const dark = await browser.open(path, { locale: 'zh-CN', colorScheme: 'dark' });
      await dark.getByText(zh).first().waitFor();
      expect(await dark.getAttribute('html', 'lang')).toBe('zh-Hans');
      expect(await browser.obstacles(dark)).toEqual([]);
      await browser.picture(dark, `${name}-dark`);
      expect(await dark.evaluate(BACKGROUND)).not.toBe(await light.evaluate(BACKGROUND));
      expect(browser.complaints).toEqual([]);
      await Promise.all([light.context().close(), dark.context().close()]);
    });
  });

  it.each(['/nowhere?x=1', '/nowhere/at/all', '/assets/none.js', '/..%2f..%2fetc%2fpasswd'])(
    'says to a person that nothing is at %s, and to a program in its own form',
    async (path) => {
      const { browser } = given();
      const page = await browser.open('/', { locale: 'zh-CN' });
      const lost = await page.goto(browser.address + path);
      expect(lost?.status()).toBe(404);
      expect(lost?.headers()).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      });
      expect(lost?.headers()['vary']?.split(', ')).toEqual(expect.arrayContaining(['accept', 'accept-encoding']));
      await page.getByText('没有这个页面').waitFor();
      await page.getByRole('link', { name: '回到今日' }).click();
      await page.getByText('每天收到的内容').waitFor();
      const program = await page.request.get(browser.address + path, { headers: { accept: '*/*' } });
      expect(program.status()).toBe(404);
      expect(program.headers()).toMatchObject({ 'content-type': expect.stringMatching(/^application\/problem\+json/) });
      expect(program.headers()['vary']).toContain('accept');
      // The answer is a 404, which the browser writes down.
      expect(browser.complaints.filter((each) => !each.includes('404'))).toEqual([]);
      await page.context().close();
    },
  );

  it('shows the newest days on a phone, a day of any year, and Today for what is no day', async () => {
    const { browser } = given();
    const page = await browser.open('/');
    await page.setViewportSize({ width: 360, height: 780 });
    const chosen = page.locator('[data-date][aria-pressed=true]');
    await chosen.scrollIntoViewIfNeeded();
    const box = await chosen.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    await page.goto(`${browser.address}/?day=1991-08-14`);
    await page.getByRole('button', { name: 'Later →' }).click();
    await page.locator('[data-date][tabindex="0"]').waitFor();
    await page.goto(`${browser.address}/?day=nonsense`);
    await chosen.waitFor();
    expect(browser.complaints).toEqual([]);
    await page.context().close();
  });
}
