import { delimiter } from 'node:path';
import { z } from 'zod';
import { LOG_FORMATS, LOG_LEVELS } from '../logging/create-logger.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const seconds = z.coerce.number().positive().max(86_400);
const milliseconds = z.coerce.number().int().positive().max(3_600_000);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** Folders, separated as in `PATH`. */
const folders = z.string().transform((text) => text.split(delimiter).filter((part) => part !== ''));
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const days = z.coerce.number().positive().max(3650);
const address = (...schemes: readonly string[]) =>
  z.string().refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)) && URL.canParse(text), {
    // The address itself may hold a password, so it is not quoted.
    error: `not an address like ${schemes[0]}://…`,
  });

/** As many as are wanted; 0 is no limit. */
const limit = z.coerce.number().int().min(0).max(1_000_000);

/** An address or several; everybody's are none. */
const network = z
  .union([z.enum(['loopback', 'linklocal', 'uniquelocal']), z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])
  .refine((text) => !text.endsWith('/0'));

/** Whoever names a proxy that is none would let anybody say from which address a request comes, so nothing is guessed. */
const proxies = list.refine((parts) => parts.every((part) => network.safeParse(part).success), {
  error: 'not a list of addresses, networks (10.0.0.0/8), loopback, linklocal or uniquelocal',
});

const certificate = z.string().startsWith('-----BEGIN CERTIFICATE-----', 'not a certificate in PEM form');

/** Loopback is for tests and for receivers on the same machine; whatever leaves it is encrypted. */
const WEBHOOK =
  /^([a-z0-9-]{1,40})(?:@(now|beginning))?=(https:\/\/\S+|http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(?:\/\S*)?)$/;
const webhooks = list.transform((parts, context) =>
  parts.map((part) => {
    const [, name, from = 'now', address] = WEBHOOK.exec(part) ?? [];
    if (name !== undefined && address !== undefined && URL.canParse(address)) {
      return { name, from: from === 'beginning' ? ('beginning' as const) : ('now' as const), address };
    }
    // The address itself may hold a password, so it is not quoted.
    context.addIssue({ code: 'custom', message: 'not a list of name=https://… or name@beginning=https://…' });
    return z.NEVER;
  }),
);

/** One setting: an environment variable. */
export interface Setting<Schema extends z.ZodType, Default extends string | null> {
  readonly variable: `DIGLOT_${string}`;
  /** Reads the text of the variable. */
  readonly schema: Schema;
  /** As the variable would say it; null: there is none. */
  readonly default: Default;
  /** For docs/configuration.md. */
  readonly meaning: string;
  /** Whether it may stand in a file instead, which the variable with `_FILE` at its end names; it is never printed. */
  readonly secret: boolean;
}

function setting<Schema extends z.ZodType, Default extends string | null>(
  variable: `DIGLOT_${string}`,
  schema: Schema,
  fallback: Default,
  meaning: string,
): Setting<Schema, Default> {
  return { variable, schema, default: fallback, meaning, secret: false };
}

/** A setting that no log and no process list may show. It has no default. */
function secret<Schema extends z.ZodType>(
  variable: `DIGLOT_${string}`,
  schema: Schema,
  meaning: string,
): Setting<Schema, null> {
  return { ...setting(variable, schema, null, meaning), secret: true };
}

/** Every setting that there is. Durations have their unit in the name. */
export const SETTINGS = {
  host: setting('DIGLOT_HOST', z.string().min(1), '127.0.0.1', 'Address that the page and the API listen on.'),
  port: setting(
    'DIGLOT_PORT',
    port,
    null,
    'Port of the page and the API; 0 is any free one. Without it 7373, or any free one.',
  ),
  allowedHosts: setting(
    'DIGLOT_ALLOWED_HOSTS',
    list,
    '',
    'Names, separated by commas, under which the page may be asked for besides those of this machine.',
  ),
  corsOrigins: setting(
    'DIGLOT_CORS_ORIGINS',
    list,
    '',
    'Origins, separated by commas, whose pages may read the answers of the API: https://example.org.',
  ),
  trustedProxies: setting(
    'DIGLOT_TRUSTED_PROXIES',
    proxies,
    '',
    'Addresses or networks (`10.0.0.0/8`, `loopback`, `uniquelocal`), separated by commas, of the proxies whose `X-Forwarded-For` says where a request comes from; see docs/operations.md.',
  ),
  webhooks: {
    ...setting(
      'DIGLOT_WEBHOOKS',
      webhooks,
      '',
      'Who is told of every change of a paper, as name=https://… or name@beginning=https://…, separated by commas; see docs/consumers.md.',
    ),
    // An address may hold a password.
    secret: true,
  },
  webhookSecret: secret(
    'DIGLOT_WEBHOOK_SECRET',
    z.string().regex(/^whsec_[A-Za-z0-9+/=]{24,}$/, 'not whsec_ and a key in base64'),
    'Key that deliveries to webhooks are signed with: whsec_ and at least 24 characters of base64.',
  ),
  data: setting('DIGLOT_DATA', z.string().min(1), '.diglot', 'Folder for the database, the token and the lock.'),
  configFile: setting(
    'DIGLOT_CONFIG',
    z.string().min(1),
    null,
    'File that names the sources (docs/sources.md). Without it `diglot.config.json` in the folder of the call, or in the data folder, if there is one.',
  ),
  watch: setting('DIGLOT_WATCH', folders, '', 'Folders that the watcher watches, separated as in PATH.'),
  examples: setting(
    'DIGLOT_EXAMPLES',
    flag,
    'false',
    'Whether the watcher also watches examples/digests: true or false.',
  ),
  token: secret(
    'DIGLOT_TOKEN',
    z.string().regex(/^[A-Za-z0-9_-]{32,}$/, 'not 32 or more of A-Z a-z 0-9 _ -'),
    'What commands need. Without it the api makes one and keeps it in the file `token` of DIGLOT_DATA.',
  ),
  commandsPerMinute: setting(
    'DIGLOT_COMMANDS_PER_MINUTE',
    z.coerce.number().int().positive().max(100_000),
    '60',
    'How many commands one address may give in a minute, refused ones among them.',
  ),
  verificationsPerMinute: setting(
    'DIGLOT_VERIFICATIONS_PER_MINUTE',
    z.coerce.number().int().positive().max(100_000),
    '120',
    'How many texts one address may have looked at in a minute (`POST /api/verify`), as the page does while somebody edits one.',
  ),
  readsPerMinute: setting(
    'DIGLOT_READS_PER_MINUTE',
    limit,
    '6000',
    'How often one address may read in a minute; files of the page, probes and metrics do not count. 0: no limit.',
  ),
  exportsAtOnce: setting(
    'DIGLOT_EXPORTS_AT_ONCE',
    limit,
    '4',
    'How many exports one address may take at the same time. 0: no limit.',
  ),
  streamsPerAddress: setting(
    'DIGLOT_STREAMS_PER_ADDRESS',
    limit,
    '100',
    'How many streams of live updates (`GET /api/events`) one address may have open; the page has one for each window that is looked at. 0: no limit.',
  ),
  streamsInAll: setting(
    'DIGLOT_STREAMS_IN_ALL',
    limit,
    '1000',
    'How many streams of live updates one process of the api holds open. 0: no limit.',
  ),
  databaseUrl: secret(
    'DIGLOT_DATABASE_URL',
    address('postgres', 'postgresql'),
    'PostgreSQL of the services, `postgres://user:password@host:port/database?sslmode=…`. Stack profile only.',
  ),
  redisUrl: secret(
    'DIGLOT_REDIS_URL',
    address('redis', 'rediss'),
    'Redis of the alarm clock, `redis://` or, with TLS, `rediss://user:password@host:port/number`. Stack profile only.',
  ),
  redisCa: secret(
    'DIGLOT_REDIS_CA',
    certificate,
    'The certificate in PEM form of who signed that of Redis, where Node does not trust it by itself; for `rediss://`.',
  ),
  kafkaBrokers: setting(
    'DIGLOT_KAFKA_BROKERS',
    list,
    null,
    'Some of the brokers of Kafka, `host:port` each, separated by commas. Stack profile only.',
  ),
  kafkaSsl: setting('DIGLOT_KAFKA_SSL', flag, 'false', 'Whether the brokers are spoken to through TLS.'),
  kafkaCa: secret(
    'DIGLOT_KAFKA_CA',
    certificate,
    'The certificate in PEM form of who signed those of the brokers, where Node does not trust them by itself.',
  ),
  kafkaSaslMechanism: setting(
    'DIGLOT_KAFKA_SASL_MECHANISM',
    z.enum(['plain', 'scram-sha-256', 'scram-sha-512']),
    null,
    'How this client proves who it is: plain, scram-sha-256 or scram-sha-512. Without it, it does not.',
  ),
  kafkaSaslUsername: setting('DIGLOT_KAFKA_SASL_USERNAME', z.string().min(1), null, 'Its user.'),
  kafkaSaslPassword: secret('DIGLOT_KAFKA_SASL_PASSWORD', z.string().min(1), 'Its password.'),
  kafkaSessionSeconds: setting(
    'DIGLOT_KAFKA_SESSION_SECONDS',
    z.coerce.number().min(6).max(300),
    '45',
    'How long a reader may be silent before others take over its partitions.',
  ),
  healthPort: setting(
    'DIGLOT_HEALTH_PORT',
    port,
    '0',
    'Port of /livez, /readyz and /metrics of a service; 0 is any free one, which the log names. Stack profile only.',
  ),
  logDays: setting('DIGLOT_LOG_DAYS', days, '14', 'How many days the outbox keeps what everybody has read.'),
  receiptDays: setting(
    'DIGLOT_RECEIPT_DAYS',
    days,
    '30',
    'How many days receipts are kept, so that what comes again is known; longer than any log keeps its records.',
  ),
  logLevel: setting('DIGLOT_LOG_LEVEL', z.enum(LOG_LEVELS), 'warn', `What is logged: ${LOG_LEVELS.join(', ')}.`),
  logFormat: setting(
    'DIGLOT_LOG_FORMAT',
    z.enum(LOG_FORMATS),
    'pretty',
    `How it is logged: ${LOG_FORMATS.join(' or ')}.`,
  ),
  poolSize: setting(
    'DIGLOT_POOL_SIZE',
    z.coerce.number().int().min(4).max(100),
    '12',
    'Connections to PostgreSQL at most, those of the alarm clock not among them.',
  ),
  statementTimeout: setting('DIGLOT_STATEMENT_TIMEOUT_SECONDS', seconds, '30', 'Longest time for a statement.'),
  pollMilliseconds: setting(
    'DIGLOT_POLL_MILLISECONDS',
    milliseconds,
    '250',
    'How often the log is looked at when nobody says that there is something new.',
  ),
  leaseSeconds: setting(
    'DIGLOT_LEASE_SECONDS',
    seconds,
    '60',
    'How long a retry may work before another may take it over; longer than the longest attempt.',
  ),
  sweepSeconds: setting(
    'DIGLOT_SWEEP_SECONDS',
    seconds,
    '5',
    'How often alarms that are due and missing are set again.',
  ),
  armedSeconds: setting(
    'DIGLOT_ARMED_SECONDS',
    seconds,
    '60',
    'How long a swept alarm is trusted before it is set again: as long as retries are late after Redis was emptied.',
  ),
  scanSeconds: setting('DIGLOT_SCAN_SECONDS', seconds, '5', 'Longest time between two scans of a watched folder.'),
  stableMilliseconds: setting(
    'DIGLOT_STABLE_MILLISECONDS',
    milliseconds,
    '1000',
    'How long a file must rest before it is taken, and be absent before it counts as deleted.',
  ),
  drainSeconds: setting(
    'DIGLOT_DRAIN_SECONDS',
    seconds,
    '20',
    'How long a drain may take before the process exits with 1.',
  ),
  cache: setting(
    'DIGLOT_CACHE',
    z.string().min(1),
    null,
    'Folder for downloads that all clones share, such as the Kafka of `npm run stack`; else `diglot` in the cache of the user.',
  ),
  failpoint: setting(
    'DIGLOT_FAILPOINT',
    z.string().min(1),
    null,
    'For tests only: where this process is to be killed, or to hang, as `point:pass:SIGNAL`.',
  ),
} as const;

export type SettingName = keyof typeof SETTINGS;

type Value<S> =
  S extends Setting<infer Schema, infer Default>
    ? z.output<Schema> | (Default extends null ? undefined : never)
    : never;

/** All settings, read and checked. A setting without a default is undefined when it is not given. */
export type Config = { readonly [Name in SettingName]: Value<(typeof SETTINGS)[Name]> };
