import { mkdir } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Database } from '@diglot/platform';
import { createTable, type Totals, untilFilled } from '../stack-way/final-rows.ts';
import { readStates } from '../stack-way/state-reader.ts';
import { sinkConfig } from './connect-config.ts';
import { ConnectWorker } from './connect-worker.ts';
import { type FlatTopics, openFlatTopics } from './flat-topics.fixture.ts';
import type { ConnectInstallation } from './install-connect.ts';

const LOOK_MILLISECONDS = 50;
const WARM_TOPIC = 'peer_warm';

export interface PeerOptions {
  readonly installation: ConnectInstallation;
  /** Made here. */
  readonly folder: string;
  readonly bootstrap: string;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly wanted: Totals;
  /** Of topics, each for one {@link ConnectPeer.run}, and of the tables that they go into. */
  readonly names: readonly string[];
}

/**
 * Kafka Connect with Debezium's JDBC sink, writing the papers of the state topic, every revision of them, into a table like that
 * of the bare consumer. It reads copies of the topic in a form that it understands, and has the same rows in another table
 * behind it before it is measured, so that its JVM is warm.
 */
export class ConnectPeer {
  readonly #options: PeerOptions;
  readonly #topics: FlatTopics;
  readonly #worker: ConnectWorker;

  private constructor(options: PeerOptions, topics: FlatTopics, worker: ConnectWorker) {
    this.#options = options;
    this.#topics = topics;
    this.#worker = worker;
  }

  /**
   * Starts the worker, and warms it.
   * @throws Error with what Kafka Connect says if a task fails, and those of {@link ConnectWorker.start}
   */
  static async start(options: PeerOptions): Promise<ConnectPeer> {
    const { installation, folder, bootstrap, database, databaseUrl, names } = options;
    await mkdir(folder);
    const all = [WARM_TOPIC, ...names];
    for (const table of all) await createTable(database, table);
    const topics = await openFlatTopics(bootstrap, all);
    let worker: ConnectWorker | null = null;
    try {
      worker = await ConnectWorker.start(installation, folder, bootstrap);
      const peer = new ConnectPeer(options, topics, worker);
      await peer.#copyStates(WARM_TOPIC);
      await worker.run(sinkConfig(databaseUrl, all));
      await peer.#untilFilled(WARM_TOPIC);
      return peer;
    } catch (error) {
      await worker?.stop();
      await topics.close();
      throw error;
    }
  }

  /**
   * @param name one of the names, not yet used
   * @returns papers/s from the moment it is let loose to the last paper
   */
  async run(name: string): Promise<number> {
    await this.#worker.pause();
    await this.#copyStates(name);
    const begun = performance.now();
    await this.#worker.resume();
    await this.#untilFilled(name);
    return (this.#options.wanted.papers * 1000) / (performance.now() - begun);
  }

  async stop(): Promise<void> {
    await this.#worker.stop();
    await this.#topics.close();
  }

  async #untilFilled(table: string): Promise<void> {
    await untilFilled(this.#options.database, table, this.#options.wanted, () => this.#worker.check());
  }

  async #copyStates(topic: string): Promise<void> {
    const { bootstrap, wanted } = this.#options;
    const newest = new Map<string, number>();
    let revisions = 0;
    const close = await readStates(bootstrap, `bench.copy.${topic}`, async (rows) => {
      await this.#topics.send(topic, rows);
      for (const { id, revision } of rows) {
        revisions += revision - (newest.get(id) ?? 0);
        newest.set(id, revision);
      }
    });
    while (newest.size < wanted.papers || revisions < wanted.revisions) await setTimeout(LOOK_MILLISECONDS);
    await close();
  }
}
