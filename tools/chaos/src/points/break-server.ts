import { setTimeout as sleep } from 'node:timers/promises';
import type { NativeServer } from '@diglot/servers';
import { signalTree } from './process-tree.ts';

/** @param meanwhile what happens once they are gone */
export async function killAndStart(
  servers: readonly NativeServer[],
  secondsAway = 0,
  meanwhile: () => void = () => {},
): Promise<void> {
  await Promise.all(servers.map((server) => server.kill()));
  meanwhile();
  await sleep(1000 * secondsAway);
  await Promise.all(servers.map((server) => server.start()));
}

/** Connections stay, and nobody answers. @param meanwhile what happens once nobody does */
export async function freeze(pid: number | null, seconds: number, meanwhile: () => void = () => {}): Promise<void> {
  if (pid === null) throw new Error('the server does not run');
  signalTree(pid, 'SIGSTOP');
  try {
    meanwhile();
    await sleep(1000 * seconds);
  } finally {
    signalTree(pid, 'SIGCONT');
  }
}
