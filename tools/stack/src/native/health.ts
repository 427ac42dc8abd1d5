import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '@diglot/platform';
import type { HealthCommand } from './unit.ts';

/** The folder that the commands of docker-compose.yml start in: what the image has at its working folder. */
export const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Null if the command exits with 0, else what it printed. */
export async function whyNotHealthy({
  program,
  args,
  environment,
  timeoutSeconds,
}: HealthCommand): Promise<string | null> {
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
