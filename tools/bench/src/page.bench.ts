import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser } from 'playwright-core';
import type { Bench, BenchOptions, Figures } from './bench.ts';
import { openBenchFolder } from './bench-folder.ts';
import { EmbeddedProcess } from './process/embedded-process.ts';
import { median, rounded } from './statistics.ts';

const CHROMIUM = '/usr/bin/chromium';
const ROUNDS = 9;
/** Milliseconds without a larger paint after which the largest is known. */
const SETTLED = 400;

const BARE = '<!doctype html><html lang="en"><title>Bare</title><h1>Bare</h1><p>Nothing but text.</p></html>';

/** In the order of time; the page tells of paints that were before the question too. */
const PAINTS = `new Promise((resolve) => {
  let largest = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) largest = entry.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  setTimeout(() => resolve({
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN, largest,
  }), ${SETTLED});
})`;

interface Paints {
  /** Milliseconds from the request to the first paint of anything, and to that of the largest. */
  readonly first: number;
  readonly largest: number;
}

/**
 * When a browser that was never there paints the page as it is built, over the examples: milliseconds from the request, and how
 * many times as long as a bare page of text takes on the same machine.
 */
export const pageBench: Bench = {
  summary: 'first and largest paint of Today and the reader in Chromium, against a bare page',
  run: async ({ say }: BenchOptions): Promise<Figures> => {
    if (!existsSync(CHROMIUM)) throw new Error(`there is no ${CHROMIUM}`);
    const folder = openBenchFolder('page');
    const bare = await serveBare();
    const diglot = await EmbeddedProcess.start(['--data', join(folder.path, 'data')]);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      await untilSettled(diglot.address);
      const { port } = bare.address() as AddressInfo;
      return await measure(browser, diglot.address, `http://127.0.0.1:${port}/`, say);
    } finally {
      await browser.close();
      await diglot.stop();
      bare.close();
      folder.dispose();
    }
  },
};

async function measure(browser: Browser, address: string, bare: string, say: BenchOptions['say']): Promise<Figures> {
  const views = { bare, today: `${address}/`, reader: `${address}/read` };
  const seen: Record<string, Paints[]> = {};
  // Interleaved, so that whatever else the machine does befalls all; round 0 warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, url] of Object.entries(views)) {
      const paints = await paint(browser, url);
      if (round > 0) (seen[name] ??= []).push(paints);
    }
  }
  const of = (name: string, which: keyof Paints): number => median((seen[name] ?? []).map((paints) => paints[which]));
  const figures: Record<string, number> = { bare: rounded(of('bare', 'first')) };
  for (const name of ['today', 'reader']) {
    const [first, largest] = [of(name, 'first'), of(name, 'largest')];
    figures[name] = rounded(first);
    figures[`${name}Largest`] = rounded(largest);
    figures[`${name}Ratio`] = rounded(first / of('bare', 'first'));
    say(
      `${name}: first paint after ${rounded(first)} ms, largest after ${rounded(largest)} ms; ` +
        `a bare page after ${figures['bare']} ms (${figures[`${name}Ratio`]} times as long, median of ${ROUNDS} rounds)`,
    );
  }
  return figures;
}

/** With nothing in the cache. */
async function paint(browser: Browser, url: string): Promise<Paints> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    return await page.evaluate<Paints>(PAINTS);
  } finally {
    await context.close();
  }
}

async function serveBare(): Promise<Server> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(BARE));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function untilSettled(address: string): Promise<void> {
  for (;;) {
    const status = (await (await fetch(`${address}/api/status`)).json()) as { papers: number; inFlight: number };
    if (status.papers > 0 && status.inFlight === 0) return;
    await sleep(200);
  }
}
