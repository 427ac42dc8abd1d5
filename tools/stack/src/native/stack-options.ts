import type { Logger } from '@diglot/platform';

export interface StartStackOptions {
  /** The data folder; made if need be, and locked. */
  readonly data: string;
  /** docker-compose.yml by default. */
  readonly file?: string;
  /** Absolute folders to watch, in place of the one that the file mounts. */
  readonly watch?: readonly string[];
  /** Absolute: the file that names the sources. */
  readonly config?: string;
  /** Whether the examples are watched; as the file says by default. */
  readonly examples?: boolean;
  /** Of the page; 0: any free one. As the file says by default, or any free one if that is taken. */
  readonly port?: number;
  /** How many processes of a service; one by default. */
  readonly scale?: Readonly<Record<string, number>>;
  readonly brokers?: 1 | 3;
  /** Settings for every service of ours beside those of the file. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What the file may refer to, and those of `.env`. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** For minutes, as in tests: servers start faster, and nothing waits for the disk. False by default. */
  readonly isShortLived?: boolean;
  /** Changes the commands of the file: tests run the sources. */
  readonly mapCommand?: (command: readonly string[]) => readonly string[];
  readonly logger?: Logger;
  /** Told what is being started. */
  readonly onStarting?: (name: string) => void;
  /** Told what is healthy, or has completed. */
  readonly onStarted?: (name: string) => void;
  /** Told what a job warns of that has completed; each line begins with a code. */
  readonly onWarning?: (job: string, line: string) => void;
  /** Told of a server that kept dying and was given up. */
  readonly onFatal?: (error: Error) => void;
  /** Gives up the start; {@link startStack} rejects then. */
  readonly signal?: AbortSignal;
}
