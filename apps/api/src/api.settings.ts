import type { Reader } from '@diglot/pipeline';

/** Injection token of the {@link ApiSettings}. */
export const API_SETTINGS = Symbol('ApiSettings');

/** Whether this process can do its work, and if not, why. */
export interface Readiness {
  readonly ready: boolean;
  readonly reasons: readonly string[];
}

/** Whether this process goes on by itself, and if not, why only a restart helps. */
export interface Liveness {
  readonly ok: boolean;
  readonly reasons: readonly string[];
}

/** What the process that composes the services tells the api. */
export interface ApiSettings {
  /** Names, besides those of this machine itself, under which it may be addressed. */
  readonly allowedHosts: readonly string[];
  /** Origins of other sites whose pages may read the answers (CORS); none where it is not given. */
  readonly corsOrigins?: readonly string[];
  /** What commands need; null: what {@link tokenFile} holds. */
  readonly token: string | null;
  /** Where the token is kept; it is made if there is none. */
  readonly tokenFile: string;
  /** How many commands one address may give in a minute. */
  readonly commandsPerMinute: number;
  /** How many texts one address may have looked at in a minute. */
  readonly verificationsPerMinute: number;
  /** Of Diglot. */
  readonly version: string;
  readonly profile: 'embedded' | 'stack';
  /** Everything that reads the log: work counts as in flight until all of them have settled it. */
  readonly readers: readonly Pick<Reader, 'consumer' | 'topic'>[];
  /** Services in processes of their own, whose signs are awaited; none where it is not given. */
  readonly services?: readonly string[];
  /** For `/livez`: whether a restart would help, and why. */
  readonly liveness: () => Liveness | Promise<Liveness>;
  /** For `/metrics`, in the text format of Prometheus; not here where it is not given. */
  readonly metrics?: () => Promise<{ readonly contentType: string; readonly text: string }>;
  /** For `/readyz`. */
  readonly readiness: () => Readiness | Promise<Readiness>;
}
