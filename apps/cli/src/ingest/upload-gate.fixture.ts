import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Stands before a Diglot, lets some uploads through to it, and holds the others until they are released. */
export class UploadGate {
  /** The paths of all uploads that came, in their order. */
  readonly uploads: string[] = [];
  /** Resolves when an upload is held: the others have been answered or are on their way. */
  readonly full: Promise<void>;
  readonly #server: Server;
  readonly #target: string;
  readonly #passes: number;
  #markFull: () => void = () => {};
  #release: () => void = () => {};
  readonly #released: Promise<void>;

  private constructor(target: string, passes: number) {
    this.#target = target;
    this.#passes = passes;
    this.full = new Promise((resolve) => (this.#markFull = resolve));
    this.#released = new Promise((resolve) => (this.#release = resolve));
    this.#server = createServer((request, response) => {
      this.#pass(request, response).catch(() => response.destroy());
    });
  }

  static async open(target: string, passes: number): Promise<UploadGate> {
    const gate = new UploadGate(target, passes);
    await new Promise<void>((resolve) => gate.#server.listen(0, '127.0.0.1', resolve));
    return gate;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  release(): void {
    this.#release();
  }

  close(): void {
    this.#release();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.#target);
    const { authorization = '', 'content-type': type = 'application/json' } = request.headers;
    const isUpload = request.method === 'POST';
    const body = isUpload ? await buffer(request) : null;
    if (isUpload && this.uploads.push(url.searchParams.get('path') ?? '') > this.#passes) {
      this.#markFull();
      await this.#released;
    }
    const headers = { authorization, 'content-type': type };
    const answer = await fetch(url, { method: request.method ?? 'GET', headers, body });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  }
}
