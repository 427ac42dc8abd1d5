import { DiglotError } from '@diglot/domain';
import { runTool } from './run-tool.ts';

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';
const LAST_LINES = 12;

/**
 * Runs a goal of Maven's dependency plugin, with the settings of the user: registry, proxy, local repository.
 * @throws DiglotError `DIGLOT_TOOL_MISSING` without Maven, `DIGLOT_DOWNLOAD_FAILED` with its last lines if the goal fails
 */
export async function runMaven(goal: string, args: readonly string[]): Promise<void> {
  const result = await runTool('mvn', ['--batch-mode', '--quiet', ...args, `${PLUGIN}:${goal}`]);
  if (result === null) throw new DiglotError('DIGLOT_TOOL_MISSING', 'Maven downloads the servers, and there is no mvn');
  if (result.code === 0) return;
  const lines = result.output.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
  throw new DiglotError('DIGLOT_DOWNLOAD_FAILED', `Maven ended with ${result.code ?? 'a signal'}\n${lines}`);
}
