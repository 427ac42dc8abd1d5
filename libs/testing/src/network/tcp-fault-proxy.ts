import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What the proxy does to the bytes that pass. */
export type Fault =
  /** Nothing: they pass. */
  | 'none'
  /** Connections stay open, and new ones are taken, but nothing passes either way: a cable cut, a hung host. */
  | 'black-hole'
  /** What the client sends arrives; what the server answers does not. */
  | 'lose-answers';

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/** None that a system gives away by itself: while the proxy refuses, nobody else must get its port. */
const PORTS = [20_000, 30_000] as const;

/** Stands between a client and a server of 127.0.0.1 and breaks their connection in a chosen way. */
export class TcpFaultProxy {
  readonly #target: number;
  readonly #pairs = new Set<Pair>();
  #listener: Server;
  #fault: Fault = 'none';
  #port = 0;

  private constructor(target: number) {
    this.#target = target;
    this.#listener = this.#createListener();
  }

  /** @param target the port to forward to */
  static async start(target: number): Promise<TcpFaultProxy> {
    for (;;) {
      const proxy = new TcpFaultProxy(target);
      try {
        await proxy.#listen(randomInt(...PORTS));
        return proxy;
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw thrown;
      }
    }
  }

  /** The port to connect to; it stays the same. */
  get port(): number {
    return this.#port;
  }

  /** The connections that are open. */
  get connections(): number {
    return this.#pairs.size;
  }

  /** What happens to the bytes of all connections from now on. Bytes that were withheld are lost; better {@link cut} after. */
  setFault(fault: Fault): void {
    this.#fault = fault;
  }

  /** Resets every open connection, on both sides. */
  cut(): void {
    for (const pair of this.#pairs) this.#destroy(pair);
  }

  /**
   * Ends the server's side of every connection and leaves the client's open and silent, as after a restart without a word:
   * who speaks on it is reset.
   */
  halfOpen(): void {
    for (const { server } of this.#pairs) server.destroy();
  }

  /** Cuts, and refuses new connections, as if the server was not there. */
  async refuse(): Promise<void> {
    this.cut();
    if (!this.#listener.listening) return;
    const closed = once(this.#listener, 'close');
    this.#listener.close();
    await closed;
  }

  /** Takes connections again, and lets everything pass. */
  async restore(): Promise<void> {
    this.#fault = 'none';
    if (this.#listener.listening) return;
    this.#listener = this.#createListener();
    await this.#listen(this.#port);
  }

  async close(): Promise<void> {
    await this.refuse();
  }

  async #listen(port: number): Promise<void> {
    this.#listener.listen(port, '127.0.0.1');
    await once(this.#listener, 'listening');
    this.#port = (this.#listener.address() as AddressInfo).port;
  }

  #createListener(): Server {
    return createServer({ noDelay: true }, (client) => this.#accept(client));
  }

  #accept(client: Socket): void {
    const server = connect({ port: this.#target, host: '127.0.0.1', noDelay: true });
    const pair = { client, server };
    this.#pairs.add(pair);
    client.on('data', (bytes) => {
      if (server.destroyed) client.resetAndDestroy();
      else if (this.#fault !== 'black-hole') server.write(bytes);
    });
    server.on('data', (bytes) => void (this.#fault === 'none' && client.write(bytes)));
    client.on('end', () => void (this.#fault !== 'black-hole' && server.end()));
    server.on('end', () => void (this.#fault === 'none' && client.end()));
    client.on('error', () => server.destroy());
    server.on('error', () => client.destroy());
    client.on('close', () => {
      server.destroy();
      this.#pairs.delete(pair);
    });
  }

  #destroy({ client, server }: Pair): void {
    client.resetAndDestroy();
    server.destroy();
  }
}
