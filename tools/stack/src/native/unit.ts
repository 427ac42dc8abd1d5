/** How the health of a process is asked for. */
export interface HealthCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
}

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
  /** Null: it is healthy while it runs. */
  readonly health: HealthCommand | null;
  readonly getPid: () => number | null;
  readonly getRestarts: () => number;
}
