import { DiglotError } from '@diglot/domain';
import { requireSettings, type Config } from '@diglot/platform';

/** How Redis is reached. */
export interface RedisConnection {
  readonly connectionString: string;
  /** The certificate of who signed that of the server, in PEM form. */
  readonly authority?: string;
}

/**
 * Redis as the configuration has it.
 * @throws PlatformError `DIGLOT_CONFIG_INVALID` when there is no address
 * @throws DiglotError `DIGLOT_CONFIG_INVALID` when a certificate is given for a connection without TLS
 */
export function redisConnection(config: Config): RedisConnection {
  const { redisUrl, redisCa } = requireSettings(config, 'redisUrl');
  if (redisCa === undefined) return { connectionString: redisUrl };
  if (!redisUrl.startsWith('rediss://')) {
    throw new DiglotError('DIGLOT_CONFIG_INVALID', 'DIGLOT_REDIS_CA is of no use unless DIGLOT_REDIS_URL is rediss://');
  }
  return { connectionString: redisUrl, authority: redisCa };
}
