import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findFreePort } from '@diglot/platform';
import { NativeServer } from '@diglot/servers';
import { workerProperties } from './connect-config.ts';
import type { ConnectInstallation } from './install-connect.ts';

const HEAP = ['-Xms256m', '-Xmx1g', '-XX:-UsePerfData', '-Dlog4j2.level=WARN'];
const CONNECTOR = 'peer';
const LOOK_MILLISECONDS = 100;

interface TaskStatus {
  readonly state: string;
  readonly trace?: string;
}

/** A standalone worker of Kafka Connect with one connector, in a process of its own. */
export class ConnectWorker {
  readonly #server: NativeServer;
  readonly #url: string;

  private constructor(server: NativeServer, url: string) {
    this.#server = server;
    this.#url = url;
  }

  /**
   * @param folder there, for its files and its log
   * @throws DiglotError `DIGLOT_KAFKA_START` with the last lines of its log
   */
  static async start(installation: ConnectInstallation, folder: string, bootstrap: string): Promise<ConnectWorker> {
    const { java, classPath, plugins } = installation;
    const port = await findFreePort();
    const url = `http://127.0.0.1:${port}`;
    const properties = join(folder, 'worker.properties');
    await writeFile(properties, workerProperties({ bootstrap, port, plugins, offsets: join(folder, 'offsets') }));
    const server = new NativeServer({
      name: 'Kafka Connect',
      program: java,
      args: [...HEAP, '-cp', classPath, 'org.apache.kafka.connect.cli.ConnectStandalone', properties],
      folder,
      logFile: join(folder, 'connect.log'),
      startError: 'DIGLOT_KAFKA_START',
      isReady: () =>
        fetch(`${url}/connectors`).then(
          ({ ok }) => ok,
          () => false,
        ),
    });
    await server.start();
    return new ConnectWorker(server, url);
  }

  /** Makes the connector, which begins at once. */
  async run(config: Readonly<Record<string, string>>): Promise<void> {
    await this.#ask('POST', '/connectors', { name: CONNECTOR, config });
  }

  /** Returns once no task reads any more; they keep their places and connections. */
  async pause(): Promise<void> {
    await this.#ask('PUT', `/connectors/${CONNECTOR}/pause`);
    while ((await this.#tasks()).some(({ state }) => state !== 'PAUSED')) await setTimeout(LOOK_MILLISECONDS);
  }

  async resume(): Promise<void> {
    await this.#ask('PUT', `/connectors/${CONNECTOR}/resume`);
  }

  /** @throws Error with the trace of a task that has failed */
  async check(): Promise<void> {
    const failed = (await this.#tasks()).find(({ state }) => state === 'FAILED');
    if (failed) throw new Error(`a task of Kafka Connect has failed: ${failed.trace ?? 'without a trace'}`);
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  async #tasks(): Promise<readonly TaskStatus[]> {
    const { tasks } = (await this.#ask('GET', `/connectors/${CONNECTOR}/status`)) as { tasks: TaskStatus[] };
    return tasks;
  }

  async #ask(method: string, path: string, body: unknown = null): Promise<unknown> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      ...(body === null ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`Kafka Connect answers ${method} ${path} with ${response.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}
