import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiglotError } from '@diglot/domain';
import { childEnvironment } from '@diglot/platform';
import { whyNoAnswer } from './probes/ask-server.ts';
import type { HealthCheck, HealthCommand, Unit } from './unit.ts';

/** The folder that the commands of docker-compose.yml start in: what the image has at its working folder. */
export const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Between two looks at a server that starts. */
const LOOK_MILLISECONDS = 100;
/** A server is asked once it says itself that it serves. */
const PATIENCE_MILLISECONDS = 60_000;

/** Null if it is healthy, else why not: what a command printed, or what a server answered. */
export async function whyNotHealthy(check: HealthCheck): Promise<string | null> {
  return 'protocol' in check ? await whyNoAnswer(check) : await whyCommandFails(check);
}

/**
 * Waits for what `service_healthy` means to those who depend on it.
 * @throws DiglotError `DIGLOT_SERVICE_START` with the reason, when it does not become so
 */
export async function untilHealthy({ name, health }: Pick<Unit, 'name' | 'health'>): Promise<void> {
  if (health === null) return;
  const began = performance.now();
  for (let reason = await whyNotHealthy(health); reason !== null; reason = await whyNotHealthy(health)) {
    if (performance.now() - began > PATIENCE_MILLISECONDS) {
      throw new DiglotError('DIGLOT_SERVICE_START', `${name} runs, but is not healthy: ${reason}`);
    }
    await sleep(LOOK_MILLISECONDS);
  }
}

async function whyCommandFails({ program, args, environment, timeoutSeconds }: HealthCommand): Promise<string | null> {
  return await new Promise((resolve) => {
    const options = {
      cwd: ROOT,
      env: { ...childEnvironment(), ...environment },
      timeout: timeoutSeconds * 1000,
      killSignal: 'SIGKILL' as const,
    };
    execFile(program, [...args], options, (error, stdout, stderr) => {
      if (error === null) resolve(null);
      else if (error.killed) resolve(`no answer within ${timeoutSeconds} s`);
      else resolve(`${stdout}${stderr}`.trim() || error.message);
    });
  });
}

/** `node` is the one that runs this. */
export function programOf(name: string): string {
  return name === 'node' ? process.execPath : name;
}
