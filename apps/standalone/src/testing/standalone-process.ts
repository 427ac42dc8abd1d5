import { spawnNode, waitFor, type SpawnedNode } from '@diglot/testing';
import type { Figures } from '../catch-up.ts';

/** Of `GET /api/status`, what tests look at. */
export type Status = Figures & {
  readonly retrying: number;
  readonly profile: 'embedded' | 'stack';
  readonly readiness: { readonly ready: boolean; readonly reasons: readonly string[] };
  readonly sources: readonly { readonly name: string; readonly problems: number; readonly scannedAt: string | null }[];
  readonly problems: {
    readonly count: number;
    readonly latest: readonly { readonly code: string; readonly path: string }[];
  };
  readonly topicDifferences: readonly { readonly topic: string }[];
  readonly deadLetters: readonly {
    readonly code: string;
    readonly count: number;
    readonly latest: readonly { readonly message: string }[];
  }[];
  readonly brokenBlocks: {
    readonly count: number;
    readonly first: readonly { readonly code: string; readonly line: number; readonly path: string }[];
  };
};

const MAIN = new URL('../main.ts', import.meta.url);

/** Short times, so that what waits for a timer in operation does not wait in a test. */
const QUICK = {
  DIGLOT_STABLE_MILLISECONDS: '50',
  DIGLOT_SCAN_SECONDS: '0.5',
  DIGLOT_SWEEP_SECONDS: '0.5',
  DIGLOT_LEASE_SECONDS: '3',
  DIGLOT_POLL_MILLISECONDS: '100',
};

/** The embedded profile as a user starts it, in a process of its own. */
export class StandaloneProcess {
  readonly node: SpawnedNode;

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.node = spawnNode(MAIN, { args: [...args], env: { ...QUICK, INIT_CWD: '', ...env } });
  }

  /** Waits for the line that says where the page is. */
  async address(timeout = 240_000): Promise<string> {
    const match = await this.node.waitForOutput(/The page: (http:\S+)/, timeout);
    return match[1] ?? '';
  }

  async status(): Promise<Status> {
    return fetchJson<Status>(`${await this.address()}/api/status`);
  }

  /** Waits until the status fits. */
  async waitForStatus(fits: (status: Status) => boolean, timeout?: number): Promise<Status> {
    return waitForStatus(await this.address(), fits, timeout);
  }
}

/** Waits until the status that is answered at an address fits. */
export async function waitForStatus(
  address: string,
  fits: (status: Status) => boolean,
  timeout = 180_000,
): Promise<Status> {
  return waitFor(
    async () => {
      const status = await fetchJson<Status>(`${address}/api/status`);
      if (fits(status)) return status;
      throw new Error(JSON.stringify(status));
    },
    { timeout, interval: 200, what: 'the status' },
  );
}

/** Asks on a connection of its own: one that was kept may be closed by the other side at this very moment. */
export async function ask(url: string): Promise<Response> {
  return fetch(url, { headers: { connection: 'close' } });
}

export async function fetchJson<T>(url: string): Promise<T> {
  const response = await ask(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
