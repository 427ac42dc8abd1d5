import { waitFor } from '@diglot/testing';
import { expectQuiet } from '../testing/page-browser.ts';
import { openPaper, paperRow, type PageUnderTest } from './page-under-test.ts';

/** What people do who read. */
export function describeReading(given: () => PageUnderTest): void {
  describe('reading', () => {
    it('shows sentences beside each other, formulas drawn, prices as prices, and explains what was found', async () => {
      const { browser } = given();
      const page = await browser.open('/read/2511.00002');
      const paper = openPaper(page, '2511.00002');
      await paper.locator('.katex').first().waitFor();
      const pairs = paper.getByRole('group', { name: /^Sentence/ });
      expect(await pairs.count()).toBe(3);
      const [english, chinese] = [pairs.nth(1).locator('[lang=en]'), pairs.nth(1).locator('[lang=zh-Hans]')];
      const [left, right] = [await english.boundingBox(), await chinese.boundingBox()];
      expect(right?.x).toBeGreaterThan((left?.x ?? 0) + 200);
      expect(Math.abs((right?.y ?? 0) - (left?.y ?? 0))).toBeLessThan(30);
      expect(await pairs.nth(2).textContent()).toContain('$5 to $10');
      // Macros of TeX in running text are set as their author meant, and as written for who asks for the original.
      expect(await pairs.nth(1).locator('[lang=en] em').textContent()).toBe('machines');
      await page.keyboard.press('o');
      await paper.getByText('\\emph{machines}').waitFor();
      await page.keyboard.press('o');
      await paper.locator('em').waitFor();
      const finding = paper.locator('button[data-severity]').first();
      expect(await finding.locator('[lang=en]').textContent()).toContain('40');
      expect(await finding.locator('[lang=zh-Hans]').textContent()).toContain('40');
      await finding.hover();
      await paper.locator('mark[data-active]').first().waitFor();
      await browser.picture(page, 'reading');
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('begins with a day, and lists what that day counts, also what a later day prints again', async () => {
      const { browser } = given();
      const page = await browser.open('/?day=2025-11-04');
      await page.getByRole('heading', { name: /4 November 2025/ }).waitFor();
      await page.getByText('3 papers').first().waitFor();
      await page.getByRole('link', { name: 'Read them' }).click();
      await paperRow(page, '2511.00001').waitFor();
      expect(await page.locator('[data-paper]').count()).toBe(3);
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('is done by keys alone', async () => {
      const { browser } = given();
      const page = await browser.open('/read?date=2025-11-04');
      await page.locator('[data-paper]').nth(1).waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      const first = (await page.locator('[data-paper]').first().getAttribute('data-paper')) ?? '';
      await openPaper(page, first).waitFor();
      expect(new URL(page.url()).searchParams.get('date')).toBe('2025-11-04');
      await page.keyboard.press('l');
      await page.locator('[data-layout=interleaved]').waitFor();
      await page.keyboard.press('o');
      await page.locator('[data-layout=en]').waitFor();
      await page.keyboard.press('o');
      await page.locator('[data-layout=interleaved]').waitFor();
      await page.keyboard.press('s');
      await paperRow(page, first).getByText('saved').waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').getByText('Next paper').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await waitFor(() => new URL(page.url()).pathname === '/read', { what: 'the list alone' });
      // Both within the time that a sequence has, whatever holds this process up.
      await waitFor(async () => {
        await page.keyboard.press('g');
        await page.keyboard.press('f');
        return new URL(page.url()).pathname === '/flow';
      });
      await page.getByText('makes them findable').waitFor();
      await page.keyboard.press('/');
      await waitFor(() => new URL(page.url()).pathname === '/search', { what: 'the search' });
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('finds papers in both languages, narrows them down, and keeps it all in the address', async () => {
      const { browser } = given();
      const page = await browser.open('/search');
      await page.fill('input[type=search]', '图书馆');
      await paperRow(page, '2511.00001').waitFor();
      await waitFor(async () => (await page.locator('[data-paper]').count()) === 1, { what: 'one paper' });
      expect(await page.locator('mark[data-match]').first().textContent()).toBe('图书馆');
      await page.fill('input[type=search]', 'libraries');
      await waitFor(async () => (await page.locator('mark[data-match]').first().textContent()) === 'libraries', {
        what: 'the English match',
      });
      await page.getByRole('button', { name: 'Save this search' }).click();
      await page.reload();
      await paperRow(page, '2511.00001').waitFor();
      expect(await page.locator('input[type=search]').inputValue()).toBe('libraries');
      const rss = (await page.getByRole('link', { name: 'RSS', exact: true }).getAttribute('href')) ?? '';
      expect(await (await page.request.get(browser.address + rss)).text()).toContain('Retrieval augmented generation');
      await page.getByRole('link', { name: 'libraries', exact: true }).waitFor();
      // A saved search keeps its feeds, whatever is searched for now.
      await page.goto(`${browser.address}/search?q=robots`);
      await page.getByRole('link', { name: 'RSS of libraries' }).waitFor();
      const saved = (await page.getByRole('link', { name: 'JSON Feed of libraries' }).getAttribute('href')) ?? '';
      const feed = await page.request.get(browser.address + saved);
      expect(await feed.json()).toMatchObject({
        items: expect.arrayContaining([expect.objectContaining({ id: expect.stringContaining('2511.00001') })]),
      });
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('goes back by what was chosen, not by what was typed', async () => {
      const { browser } = given();
      const page = await browser.open('/search');
      const narrowing = (): string => [...new URL(page.url()).searchParams].map((each) => each.join('=')).join(' ');
      await page.locator('input[type=search]').pressSequentially('libraries', { delay: 40 });
      await waitFor(() => narrowing() === 'q=libraries', { what: 'the words in the address' });
      const facets = page.getByRole('complementary');
      await facets.getByRole('button', { name: /^digests/ }).click();
      await waitFor(() => narrowing() === 'q=libraries source=digests', { what: 'the source in the address' });
      await page.goBack();
      await waitFor(() => narrowing() === 'q=libraries', { what: 'the words alone' });
      await page.goto(`${browser.address}/read/2511.00001`);
      await openPaper(page, '2511.00001').waitFor();
      await page.getByLabel('Verdict').selectOption('flag');
      await page.getByRole('radio', { name: 'Saved' }).check();
      // What was chosen has the focus, and takes no letters.
      await page.keyboard.press('h');
      await page.getByText('How its state changed').waitFor();
      for (const [show, address] of [
        ['history', 'verdict=flag list=saved show=history'],
        ['text', 'verdict=flag list=saved'],
        ['every paper', 'verdict=flag'],
        ['every verdict', ''],
      ] as const) {
        await waitFor(() => narrowing() === address, { what: show });
        await page.goBack();
      }
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('compares the translations that were seen', async () => {
      const { browser } = given();
      const page = await browser.open('/read/2511.00001?show=history');
      await page.getByRole('button', { name: 'Compare with the one shown' }).first().click();
      await page.locator('del').first().waitFor();
      expect(new URL(page.url()).searchParams.get('with')).toMatch(/^(title|abstract):/);
      await page.reload();
      await page.locator('del').first().waitFor();
      await page.goBack();
      await page.locator('del').first().waitFor({ state: 'detached' });
      await page.getByText('How its state changed').waitFor();
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('speaks Chinese when asked, and remembers it', async () => {
      const { browser } = given();
      const page = await browser.open('/');
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('radio', { name: '中文' }).check();
      await page.getByText('每天收到的内容').waitFor();
      await page.reload();
      await page.getByText('每天收到的内容').waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe('zh-Hans');
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('goes on with what it has when nobody answers, says so, and recovers by itself', async () => {
      const { browser } = given();
      const page = await browser.open('/read');
      await page.locator('[data-paper]').first().waitFor();
      await page.route('**/api/**', (route) => route.abort());
      await page.getByText('Diglot does not answer').waitFor();
      expect(await page.locator('[data-paper]').count()).toBeGreaterThan(0);
      await page.fill('input[type=search]', 'libraries');
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await page.unroute('**/api/**');
      await page.getByText('Diglot does not answer').waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Try again' }).click();
      await paperRow(page, '2511.00001').waitFor();
      await page.context().close();
    });

    it('says that it was asked too often, waits as long as it is told to, and goes on by itself', async () => {
      const { browser } = given();
      const page = await browser.open('/read');
      await page.locator('[data-paper]').first().waitFor();
      const code = 'DIGLOT_TOO_MANY_READS';
      const json = { error: { code, message: 'Too often.', detail: '6000 a minute are allowed', remedy: 'Wait.' } };
      let asked = 0;
      let wait = '2';
      await page.route('**/api/**', (route) => {
        asked += 1;
        return route.fulfill({ status: 429, headers: { 'retry-after': wait }, json });
      });
      await page.getByText('Diglot was asked too often from here').waitFor();
      await page.getByText('Asked too often', { exact: true }).waitFor();
      await page.fill('input[type=search]', 'libraries');
      await page.getByText(`${code}: Too often.`).waitFor();
      await page.getByText('It is asked again by itself').waitFor();
      expect(await browser.obstacles(page)).toEqual([]);
      await browser.picture(page, 'asked-too-often');
      wait = '3600';
      await page.reload();
      await page.getByText(`${code}: Too often.`).first().waitFor();
      await page.getByText('Asked too often', { exact: true }).waitFor();
      await expectQuiet(page, () => asked, 4_500);
      wait = '1';
      await page.reload();
      await page.getByText(`${code}: Too often.`).first().waitFor();
      await page.unroute('**/api/**');
      await paperRow(page, '2511.00001').waitFor();
      await page.getByText('Diglot was asked too often from here').waitFor({ state: 'hidden' });
      await page.context().close();
    });
  });
}
