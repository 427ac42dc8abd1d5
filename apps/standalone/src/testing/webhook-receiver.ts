import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody who is told of changes, and answers as a test wants it. */
export class WebhookReceiver {
  readonly #server: Server;
  /** What is answered to every delivery. */
  answer: { readonly status: number; readonly headers?: Readonly<Record<string, string>> } = { status: 204 };

  private constructor() {
    this.#server = createServer((request, response) => {
      request.resume();
      request.on('end', () => {
        const { status, headers = {} } = this.answer;
        response.writeHead(status, headers).end();
      });
    });
  }

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  /** What makes a process tell it. */
  get environment(): Readonly<Record<string, string>> {
    const { port } = this.#server.address() as AddressInfo;
    const secret = Buffer.from('a secret of thirty-two bytes, ok').toString('base64');
    return {
      DIGLOT_WEBHOOKS: `friend=http://127.0.0.1:${port}/`,
      DIGLOT_WEBHOOK_SECRET: `whsec_${secret}`,
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
