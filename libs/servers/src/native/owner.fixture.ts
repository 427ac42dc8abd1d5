// A process that owns a Redis until it is killed: `owner.fixture.ts <folder>`.
import { startRedis } from '../redis/start-redis.ts';

const redis = await startRedis({ folder: process.argv[2] ?? '' });
process.stdout.write(`ready ${redis.pid}\n`);
process.stdin.resume();
