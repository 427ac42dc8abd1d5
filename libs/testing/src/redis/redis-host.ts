// The process that owns the Redis of a test run.
import { host } from '../door/host.ts';
import { ownRedis } from './own-redis.ts';

const { redis, remove } = await ownRedis();
host({ url: redis.url, stop: remove });
