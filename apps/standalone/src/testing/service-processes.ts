import { spawnNode, waitFor, type SpawnedNode } from '@diglot/testing';
import { ask } from './standalone-process.ts';

export const SERVICES = ['watcher', 'parser', 'translator', 'indexer', 'api'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Short times, so that what waits for a timer in operation does not wait in a test. */
const QUICK = {
  DIGLOT_STABLE_MILLISECONDS: '50',
  DIGLOT_SCAN_SECONDS: '0.5',
  DIGLOT_SWEEP_SECONDS: '0.5',
  DIGLOT_LEASE_SECONDS: '3',
  DIGLOT_POLL_MILLISECONDS: '50',
  DIGLOT_KAFKA_SESSION_SECONDS: '6',
  // Nothing but a bound here: a drain ends when it is done.
  DIGLOT_DRAIN_SECONDS: '120',
  DIGLOT_POOL_SIZE: '5',
  DIGLOT_LOG_LEVEL: 'info',
  DIGLOT_LOG_FORMAT: 'json',
  DIGLOT_PORT: '0',
  INIT_CWD: '',
};

export type Environment = Readonly<Record<string, string>>;

/** What a probe answered. */
export interface Probed {
  readonly status: number;
  readonly reasons: readonly string[];
}

/** A service of the stack profile in a process of its own, as a container would run it. */
export class ServiceProcess {
  readonly name: ServiceName;
  readonly node: SpawnedNode;

  constructor(name: ServiceName, environment: Environment) {
    this.name = name;
    const main = new URL(`../../../${name}/src/main.ts`, import.meta.url);
    this.node = spawnNode(main, { env: { ...QUICK, ...environment } });
  }

  /** Where its probes are answered; there from the beginning. */
  async probes(): Promise<string> {
    const match = await this.node.waitForOutput(/"address":"(http:[^"]+)","msg":"probes are answered"/, 120_000);
    return match[1] ?? '';
  }

  /** Where its requests are answered. */
  async address(): Promise<string> {
    const match = await this.node.waitForOutput(/"address":"(http:[^"]+)","msg":"requests are answered"/, 120_000);
    return match[1] ?? '';
  }

  async probe(path: '/livez' | '/readyz'): Promise<Probed> {
    const response = await ask(`${await this.probes()}${path}`);
    const { reasons } = (await response.json()) as { reasons: string[] };
    return { status: response.status, reasons };
  }

  async metrics(): Promise<string> {
    return (await ask(`${await this.probes()}/metrics`)).text();
  }

  async waitForProbe(
    path: '/livez' | '/readyz',
    fits: (probed: Probed) => boolean,
    timeout = 240_000,
  ): Promise<Probed> {
    return waitFor(
      async () => {
        const probed = await this.probe(path);
        if (fits(probed)) return probed;
        throw new Error(`${this.name} ${path}: ${JSON.stringify(probed)}`);
      },
      { timeout, interval: 100, what: `${path} of ${this.name}` },
    );
  }

  async ready(): Promise<Probed> {
    return this.waitForProbe('/readyz', ({ status }) => status === 200);
  }
}

/** A job that runs once; fails with its output. */
export async function runJob(name: string, environment: Environment): Promise<string> {
  const job = spawnNode(new URL('../job.ts', import.meta.url), { args: [name], env: { ...QUICK, ...environment } });
  const { code } = await job.exited;
  if (code !== 0) throw new Error(`the job ${name} ended with ${code}: ${job.output}`);
  return job.output;
}
