import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** Pixels by which a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}

/** Builds the page if it is not that of the sources. */
export function buildPage(): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'tools/run/build-page.mjs')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the page cannot be built');
}
