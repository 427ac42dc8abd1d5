import { spawn } from 'node:child_process';
import { codeOf, toolEnvironment } from '@diglot/platform';

export interface ToolResult {
  /** Null if a signal ended it. */
  readonly code: number | null;
  /** What it printed, both streams. */
  readonly output: string;
}

/**
 * Runs a program of the user to its end.
 * @param environment beside the user's
 * @returns null if there is no such program
 */
export async function runTool(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ToolResult | null> {
  return await new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...toolEnvironment(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (part: Buffer): void => void (output += part.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => {
      if (codeOf(error) === 'ENOENT') resolve(null);
      else reject(error);
    });
    child.once('close', (code) => resolve({ code, output }));
  });
}
