import { fitsItsWindow } from '../testing/page-browser.ts';
import type { PageUnderTest } from './page-under-test.ts';

interface View {
  readonly path: string;
  /** Where a Chinese reader looks, if it is another place. */
  readonly pathZh?: string;
  /** Words of it that show that it is there. */
  readonly en: string;
  readonly zh: string;
}

/** Each view, in both languages. */
const VIEWS: readonly View[] = [
  { path: '/', en: 'What came, day by day', zh: '每天收到的内容' },
  { path: '/read', en: 'Just in', zh: 'Just in' },
  { path: '/read/2511.00001', en: 'What the check found', zh: '核对结果' },
  { path: '/read/2511.00001?show=history', en: 'How its state changed', zh: '状态变化' },
  {
    path: '/search?q=library',
    pathZh: '/search?q=图书馆',
    en: 'Retrieval augmented generation for libraries',
    zh: '面向图书馆的检索增强生成',
  },
  { path: '/flow', en: 'makes them findable', zh: '使论文可搜索' },
  { path: '/dead-letters', en: 'DIGLOT_DIGEST_ENCODING', zh: '摘要文件不是有效的 UTF-8。' },
  { path: '/trace?of=2511.00001', en: 'Translation judged', zh: '核对译文' },
  { path: '/quality', en: 'Title in place of the abstract', zh: '以标题充当摘要' },
  { path: '/quality?show=reviews', en: 'We let robots plan.', zh: '待审阅' },
  { path: '/sources', en: '4-Nov-2025/AI/README.md', zh: '4-Nov-2025/AI/README.md' },
];

/** What people look through, so that each size meets both languages and both schemes, and each language both schemes. */
const DESK = { width: 1366, height: 900, scheme: 'light' } as const;
const PHONE = { width: 360, height: 780 } as const;
const WALL = { width: 2560, height: 1440 } as const;
const LOOKS = {
  en: [DESK, { ...WALL, scheme: 'light' }, { ...PHONE, scheme: 'dark' }],
  zh: [
    { ...PHONE, scheme: 'light' },
    { ...WALL, scheme: 'dark' },
  ],
} as const;
/** A colour on its way to another one is no colour of the page. */
const STILL = { reducedMotion: 'reduce' } as const;

const BACKGROUND = 'getComputedStyle(document.body).backgroundColor';

/** Who cannot see, who has a phone, who stands before a wall, who reads Chinese, who likes it dark. */
export function describeEverybody(given: () => PageUnderTest): void {
  describe.each(VIEWS)('$path', (view) => {
    it.each(['en', 'zh'] as const)('can be used by everybody who reads it in %s', async (language) => {
      const { browser } = given();
      const path = (language === 'zh' ? view.pathZh : undefined) ?? view.path;
      const page = await browser.open(path, { ...STILL, locale: language === 'zh' ? 'zh-CN' : 'en-US' });
      const grounds = new Map<string, unknown>();
      for (const { width, height, scheme } of LOOKS[language]) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ ...STILL, colorScheme: scheme });
        await page.getByText(view[language]).first().waitFor();
        await fitsItsWindow(page);
        expect(await browser.obstacles(page)).toEqual([]);
        await browser.picture(page, [view.path.replaceAll(/\W+/g, '-'), language, scheme, width].join('-'));
        grounds.set(scheme, await page.evaluate(BACKGROUND));
      }
      expect(await page.getAttribute('html', 'lang')).toBe(language === 'zh' ? 'zh-Hans' : 'en');
      expect(grounds.get('dark')).not.toBe(grounds.get('light'));
      expect(browser.complaints).toEqual([]);
      await page.context().close();
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
