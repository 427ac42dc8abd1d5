import { readdir } from 'node:fs/promises';
import {
  type OwnRedis,
  ownRedis,
  redisCanBeHad,
  type TemporaryFolder,
  temporaryFolder,
  waitFor,
} from '@diglot/testing';
import { Redis as Client } from 'ioredis';
import { Keeper } from '../native/keeper.ts';
import { findRedis, fromMaven } from './find-redis.ts';
import { startRedis } from './start-redis.ts';

const withRedis = (await redisCanBeHad()) ? describe : describe.skip;

async function ask<T>(url: string, question: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  client.on('error', () => undefined);
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
}

withRedis('a Redis', () => {
  let own: OwnRedis;
  beforeAll(async () => void (own = await ownRedis()));
  afterAll(async () => await own.remove());

  test('evicts nothing and writes a log of its commands', async () => {
    const settings = await ask(own.redis.url, async (client) => [
      await client.config('GET', 'maxmemory-policy'),
      await client.config('GET', 'appendonly'),
    ]);
    expect(settings).toEqual([
      ['maxmemory-policy', 'noeviction'],
      ['appendonly', 'yes'],
    ]);
  });

  test('killed and started again it is on the same port, with its data', async () => {
    const { redis } = own;
    await ask(redis.url, async (client) => await client.set('kept', 'yes'));
    await ask(redis.url, async (client) => await client.call('WAITAOF', '1', '0', '5000').catch(() => undefined));
    const { pid, url } = redis;
    await redis.stop();
    await redis.start();
    expect(redis.url).toBe(url);
    expect(redis.pid).not.toBe(pid);
    expect(await ask(url, async (client) => await client.get('kept'))).toBe('yes');
    await redis.kill();
    expect(redis.isRunning).toBe(false);
    await redis.start();
    expect(await ask(url, async (client) => await client.get('kept'))).toBe('yes');
  });

  test('paused it takes connections and does not answer; resumed it does', async () => {
    const { redis } = own;
    redis.pause();
    const client = new Client(redis.url);
    let answered = false;
    const answer = client.ping().then((text) => ((answered = true), text));
    await ask(redis.url, async (other) => await new Promise((resolve) => void other.once('connect', resolve)));
    expect(answered).toBe(false);
    redis.resume();
    expect(await answer).toBe('PONG');
    client.disconnect();
  });

  test('stopped while it is paused it ends', async () => {
    own.redis.pause();
    await own.redis.stop();
    expect(own.redis.isRunning).toBe(false);
    await own.redis.start();
  });
});

withRedis('a Redis that cannot start', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => void (folder = await temporaryFolder('redis')));
  afterEach(async () => await folder.remove());

  test('says why, with the lines of its log', async () => {
    const args = ['--maxmemory-policy', 'forget-everything'];
    await expect(startRedis({ folder: folder.path, args })).rejects.toMatchObject({
      code: 'DIGLOT_REDIS_START',
      message: expect.stringContaining('forget-everything'),
    });
  });

  test('a port that was asked for and is taken is an error', async () => {
    const own = await ownRedis();
    await expect(startRedis({ folder: folder.path, port: own.redis.port })).rejects.toMatchObject({
      code: 'DIGLOT_REDIS_START',
    });
    await own.remove();
  });

  test('where the system has none, the one of the Maven artifact runs', async () => {
    const redis = await startRedis({ folder: folder.path, program: await fromMaven(folder.path) });
    expect(await ask(redis.url, async (client) => await client.ping())).toBe('PONG');
    await redis.stop();
    expect(await findRedis()).toMatch(/redis-server/);
    // Maven leaves its marks beside what it unpacked; without a project they would be beside whoever calls.
    expect((await readdir('.')).filter((name) => name.includes('basedir'))).toEqual([]);
  });
});

withRedis('a Redis that is kept alive', () => {
  test('runs again after a death that nobody asked for, and not after one that was', async () => {
    const { redis, remove } = await ownRedis();
    const events: string[] = [];
    const keeper = new Keeper(redis, { report: (what) => void events.push(what), firstDelay: 1 });
    const { pid } = redis;
    process.kill(pid!, 'SIGKILL');
    await waitFor(() => keeper.restarts === 1, { what: 'the restart' });
    expect(redis.pid).not.toBe(pid);
    expect(await ask(redis.url, async (client) => await client.ping())).toBe('PONG');
    await redis.kill();
    await redis.start();
    expect([events, keeper.restarts]).toEqual([['died', 'restarted'], 1]);
    await remove();
  });
});
