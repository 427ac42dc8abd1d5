import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '@diglot/testing';
import type { Locator, Page } from 'playwright-core';
import { PageBrowser, buildPage } from '../testing/page-browser.ts';
import { StandaloneProcess } from '../testing/standalone-process.ts';
import { WebhookReceiver } from '../testing/webhook-receiver.ts';

/** A running pipeline that watches an empty folder, and a browser that looks at its page. */
export class PageUnderTest {
  readonly diglot: StandaloneProcess;
  readonly browser: PageBrowser;
  /** Who is told of every change of a paper. */
  readonly receiver: WebhookReceiver;
  /** The folder that is watched. */
  readonly digests: string;
  readonly #folder: TemporaryFolder;

  private constructor(
    folder: TemporaryFolder,
    digests: string,
    diglot: StandaloneProcess,
    browser: PageBrowser,
    receiver: WebhookReceiver,
  ) {
    this.#folder = folder;
    this.digests = digests;
    this.diglot = diglot;
    this.browser = browser;
    this.receiver = receiver;
  }

  static async start(): Promise<PageUnderTest> {
    buildPage();
    const folder = await temporaryFolder('page');
    const digests = join(folder.path, 'digests');
    await mkdir(digests);
    const options = ['--data', join(folder.path, 'data'), '--no-examples', '--watch', digests];
    const receiver = await WebhookReceiver.start();
    const diglot = new StandaloneProcess(options, { DIGLOT_PORT: '0', ...receiver.environment });
    const browser = await PageBrowser.start(await diglot.address());
    return new PageUnderTest(folder, digests, diglot, browser, receiver);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.diglot.node.kill('SIGTERM');
    await this.receiver.stop();
    await this.#folder.remove();
  }

  /** For commands. */
  async token(): Promise<string> {
    return (await readFile(join(this.#folder.path, 'data', 'token'), 'utf8')).trim();
  }
}

/** The line of one paper in a list. */
export function paperRow(page: Page, arxivId: string): Locator {
  return page.locator(`[data-paper="${arxivId}"]`);
}

/** The paper that is read. */
export function openPaper(page: Page, arxivId: string): Locator {
  return page.locator(`[data-open="${arxivId}"]`);
}
