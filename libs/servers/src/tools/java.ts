import { join } from 'node:path';
import { DiglotError } from '@diglot/domain';
import { javaHome } from '@diglot/platform';
import { runTool } from './run-tool.ts';

/** Brokers of Kafka 4 need Java 17 (https://kafka.apache.org/41/documentation.html, "Java Version"). */
export const LEAST_JAVA = 17;

/** The major version in what `java -version` prints: `openjdk version "17.0.15" …`; before Java 9 it was `"1.8.0_…"`. */
export function javaVersionOf(output: string): number | null {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  if (first === undefined) return null;
  return first === '1' && second !== undefined ? Number(second) : Number(first);
}

/**
 * The `java` of JAVA_HOME, else that of the path.
 * @throws DiglotError `DIGLOT_TOOL_MISSING` if there is none, or it is too old
 */
export async function findJava(): Promise<string> {
  const home = javaHome();
  const java = home === null ? 'java' : join(home, 'bin', 'java');
  const result = await runTool(java, ['-version']);
  const version = javaVersionOf(result?.output ?? '');
  if (version !== null && version >= LEAST_JAVA) return java;
  const found = result === null ? `there is no ${java}` : `${java} is ${version ?? 'of an unknown version'}`;
  throw new DiglotError('DIGLOT_TOOL_MISSING', `Java ${LEAST_JAVA} or newer runs Kafka, and ${found}`);
}
