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

/** How much may be asked of the api; 0: as much as anybody likes. */
export interface RequestLimitSettings {
  /** Commands of one address in a minute. */
  readonly commandsPerMinute: number;
  /** Texts that one address may have looked at in a minute. */
  readonly verificationsPerMinute: number;
  /** Questions of one address in a minute that are no commands. */
  readonly readsPerMinute: number;
  /** Exports that one address may take at the same time. */
  readonly exportsAtOnce: number;
  /** Streams of live updates that one address, and that all together, may have open. */
  readonly streamsPerAddress: number;
  readonly streamsInAll: number;
}

/** For who measures, or tests something else. */
export const NO_LIMITS: RequestLimitSettings = {
  commandsPerMinute: 0,
  verificationsPerMinute: 0,
  readsPerMinute: 0,
  exportsAtOnce: 0,
  streamsPerAddress: 0,
  streamsInAll: 0,
};

/** What the process that composes the services tells the api. */
export interface ApiSettings {
  /** Names, besides those of this machine itself, under which it may be addressed. */
  readonly allowedHosts: readonly string[];
  /** Origins of other sites whose pages may read the answers (CORS); none where it is not given. */
  readonly corsOrigins?: readonly string[];
  /** Proxies whose word about where a request comes from is taken; none where it is not given. */
  readonly trustedProxies?: readonly string[];
  /** What commands need; null: what {@link tokenFile} holds. */
  readonly token: string | null;
  /** Where the token is kept; it is made if there is none. */
  readonly tokenFile: string;
  readonly limits: RequestLimitSettings;
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
