import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitFor } from '@diglot/testing';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where pictures are kept for people to look at; nowhere, unless a folder is given. */
const PICTURES = process.env['PAGE_SCREENSHOTS'];

/** From axe-core, as far as it is used. */
interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

export const chromiumIsThere = existsSync(CHROMIUM);

/** A browser that writes down everything it complains about. */
export class PageBrowser {
  readonly #browser: Browser;
  readonly #axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  readonly address: string;
  /** Errors, warnings, dialogs and uncaught exceptions of all pages. */
  complaints: string[] = [];

  private constructor(browser: Browser, address: string) {
    this.#browser = browser;
    this.address = address;
  }

  static async start(address: string): Promise<PageBrowser> {
    return new PageBrowser(await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...QUIET] }), address);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  async open(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
    const usual = { locale: 'en-US', timezoneId: 'UTC', viewport: { width: 1366, height: 900 } };
    const context = await this.#browser.newContext({ ...usual, ...options });
    const page = await context.newPage();
    // A bound for what hangs, not a claim about speed.
    page.setDefaultTimeout(60_000);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      this.complaints.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(this.address + path);
    return page;
  }

  /** What axe finds to be a serious or critical obstacle, with the element. */
  async obstacles(page: Page): Promise<string[]> {
    // By the debugger's door: the page itself forbids scripts that are not its own.
    await page.evaluate(this.#axe);
    const { violations } = await page.evaluate<AxeResult>('axe.run({ resultTypes: ["violations"] })');
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }

  async picture(page: Page, name: string): Promise<void> {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }
}

/** Waits until a page is no wider than its window: what is drawn by a script follows a moment later. */
export async function fitsItsWindow(page: Page): Promise<void> {
  const overflow = () => page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  await waitFor(async () => (await overflow()) <= 0, { what: 'a page that is as wide as its window' });
}

/**
 * That a page asks for nothing of its own accord any more for so long, once what its view needs has been asked for.
 * @param asked how often it has asked so far
 * @param milliseconds longer than it would let pass if it were not to be quiet
 */
export async function expectQuiet(page: Page, asked: () => number, milliseconds: number): Promise<void> {
  await waitFor(
    async () => {
      const before = asked();
      await page.waitForTimeout(milliseconds / 2);
      return asked() === before;
    },
    { what: 'a view that has asked for all it needs' },
  );
  const before = asked();
  await page.waitForTimeout(milliseconds);
  expect(asked()).toBe(before);
}

/** Builds the page if it is not that of the sources. */
export function buildPage(): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'tools/run/build-page.mjs')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the page cannot be built');
}
