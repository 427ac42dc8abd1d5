import { type Redis, startRedis, type StartRedisOptions } from '@diglot/servers';
import { removing, temporaryFolder } from '../processes/temporary-folder.ts';

export interface OwnRedis {
  readonly redis: Redis;
  /** Ends the server and removes its data. */
  readonly remove: () => Promise<void>;
}

/** A Redis for a test that kills or empties it; share {@link testRedis} otherwise. */
export async function ownRedis(options: Omit<StartRedisOptions, 'folder'> = {}): Promise<OwnRedis> {
  const folder = await temporaryFolder('redis');
  const redis = await startRedis({ ...options, folder: folder.path }).catch(removing(folder));
  const remove = async (): Promise<void> => {
    await redis.stop();
    await folder.remove();
  };
  return { redis, remove };
}
