import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DiglotError } from '@diglot/domain';
import { cacheFolder, messageOf } from '@diglot/platform';
import { installOnce } from '../tools/install-once.ts';
import { unpackArtifact } from '../tools/maven.ts';
import { runTool } from '../tools/run-tool.ts';

/** BullMQ's recommendation (https://docs.bullmq.io, "Redis compatibility"). */
const LEAST_REDIS: readonly [number, number] = [6, 2];

/** Holds a server for each of these; `redis-server-6.2.6-v5-linux-amd64` and the like. */
const ARTIFACT = { group: 'com.github.codemonstur', name: 'embedded-redis', version: '1.4.3' };
const MACHINES: Readonly<Record<string, string>> = {
  'linux x64': 'linux-amd64',
  'linux arm64': 'linux-arm64',
  'darwin x64': 'darwin-amd64',
  'darwin arm64': 'darwin-arm64',
};

/** Whether the output of `redis-server --version` (`Redis server v=7.0.15 …`) names a version that will do. */
export function isRedisNewEnough(output: string): boolean {
  const [, major, minor] = /v=(\d+)\.(\d+)/.exec(output) ?? [];
  if (major === undefined || minor === undefined) return false;
  return Number(major) > LEAST_REDIS[0] || (Number(major) === LEAST_REDIS[0] && Number(minor) >= LEAST_REDIS[1]);
}

/**
 * A program that is a Redis server: the system's; for root one that apt installs; else one from the Maven artifact, kept in
 * the cache.
 * @param cache {@link cacheFolder} by default
 * @throws DiglotError `DIGLOT_TOOL_MISSING` that says why each of these ways failed
 */
export async function findRedis(cache: string = cacheFolder()): Promise<string> {
  const reasons: string[] = [];
  for (const way of [fromSystem, fromApt, fromMaven]) {
    try {
      const program = await way(cache);
      if (await runs(program)) return program;
      reasons.push(`${program} does not run, or is older than ${LEAST_REDIS.join('.')}`);
    } catch (error) {
      reasons.push(messageOf(error));
    }
  }
  throw new DiglotError('DIGLOT_TOOL_MISSING', `no redis-server: ${reasons.join('; ')}`);
}

async function fromSystem(): Promise<string> {
  return await Promise.resolve('redis-server');
}

async function fromApt(): Promise<string> {
  if (process.getuid?.() !== 0) throw new Error('only root may install one by apt');
  // At run level 1 the package doesn't start a server of the system beside ours (invoke-rc.d).
  const environment = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const install = ['install', '--yes', '--quiet', '--no-install-recommends', 'redis-server'];
  for (const args of [['update', '--quiet'], install]) {
    const result = await runTool('apt-get', args, environment);
    if (result === null) throw new Error('there is no apt-get');
    if (result.code !== 0) throw new Error(`apt-get ${args[0]}: ${result.output.trimEnd().split('\n').at(-1) ?? ''}`);
  }
  return 'redis-server';
}

/** Exported for its test: the system's server comes first. */
export async function fromMaven(cache: string): Promise<string> {
  const machine = MACHINES[`${process.platform} ${process.arch}`];
  if (machine === undefined) throw new Error(`${ARTIFACT.name} has no server for ${process.platform} ${process.arch}`);
  const folder = await installOnce(cache, `${ARTIFACT.name}-${ARTIFACT.version}`, async (draft) => {
    const artifact = `${ARTIFACT.group}:${ARTIFACT.name}:${ARTIFACT.version}`;
    await unpackArtifact(draft, artifact, `redis-server-*-${machine}`);
  });
  const program = (await readdir(folder)).find((name) => name.endsWith(machine));
  if (program === undefined) throw new Error(`${folder} holds no server for ${machine}`);
  return join(folder, program);
}

async function runs(program: string): Promise<boolean> {
  const result = await runTool(program, ['--version']);
  return result !== null && result.code === 0 && isRedisNewEnough(result.output);
}
