/** How the health of a process is asked for: by a program that exits with 0. */
export interface HealthCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
}

/** How a server is asked in its own protocol, where the program of its image is not at hand. */
export interface ServerProbe {
  readonly protocol: 'redis' | 'kafka' | 'postgres';
  /** `redis://host:port` and the like, with what a login needs. */
  readonly url: string;
  readonly timeoutSeconds: number;
}

export type HealthCheck = HealthCommand | ServerProbe;

/** One process of a stack, as `status` and `logs` show it. */
export interface Unit {
  /** A job ends by itself, before others start. */
  readonly kind: 'process' | 'job';
  /** Its name in docker-compose.yml. */
  readonly service: string;
  /** Its own: `parser-2`. */
  readonly name: string;
  readonly logFile: string;
  /** Where it listens for others; null if nobody asks it. */
  readonly address: string | null;
  /** `http://…`: where it answers `/livez`, `/readyz` and `/metrics`; null if it does not. */
  readonly probesUrl: string | null;
  /** Null: it is healthy while it runs. */
  readonly health: HealthCheck | null;
  readonly getPid: () => number | null;
  readonly getRestarts: () => number;
}
