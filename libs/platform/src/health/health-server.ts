import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageOf } from '../errors/errors.ts';
import type { Health } from './health.ts';

/** Milliseconds within which a request must have arrived; probes send a few bytes. */
const REQUEST_TIMEOUT = 5_000;

export interface HealthServerOptions {
  readonly health: Pick<Health, 'report'>;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The text of `/metrics`, and its content type. */
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/**
 * Answers `/livez`, `/readyz` (200, or 503 with the reasons) and `/metrics`, for whoever starts and watches a process.
 * It is a server of its own, so that it answers before the process can work, and while it drains.
 */
export class HealthServer {
  readonly #options: HealthServerOptions;
  readonly #server = createServer({ requestTimeout: REQUEST_TIMEOUT }, (request, response) => {
    void this.#serve(request, response);
  });

  constructor(options: HealthServerOptions) {
    this.#options = options;
  }

  /** @returns its address; rejects with an errno error when the port is in use */
  async listen(): Promise<string> {
    const { host, port } = this.#options;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    const { port: actual, address, family } = this.#server.address() as AddressInfo;
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, contentType, text } = await this.#answer(request);
    response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text);
  }

  async #answer({ method, url }: IncomingMessage): Promise<Answer> {
    if (method !== 'GET' && method !== 'HEAD') return json(405, { error: 'only GET' });
    switch (url) {
      case '/livez':
        return this.#report('live');
      case '/readyz':
        return this.#report('ready');
      case '/metrics':
        return this.#metrics();
      default:
        return json(404, { error: 'there are /livez, /readyz and /metrics' });
    }
  }

  async #report(probe: 'live' | 'ready'): Promise<Answer> {
    const { ok, reasons } = await this.#options.health.report(probe);
    return json(ok ? 200 : 503, { [probe]: ok, reasons });
  }

  async #metrics(): Promise<Answer> {
    try {
      return { status: 200, ...(await this.#options.metrics()) };
    } catch (error) {
      return json(503, { error: messageOf(error) });
    }
  }
}

function json(status: number, body: object): Answer {
  return { status, contentType: 'application/json; charset=utf-8', text: JSON.stringify(body) };
}
