import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DiglotError } from '@diglot/domain';
import { type Artifact, pomOf } from './pom.ts';
import { runTool } from './run-tool.ts';

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';
const LAST_LINES = 12;

/**
 * Copies artifacts and all that they need at run time into `lib` of a folder.
 * @throws DiglotError see {@link unpackArtifact}
 */
export async function copyArtifacts(folder: string, project: string, artifacts: readonly Artifact[]): Promise<void> {
  const pom = pomOf(project, artifacts);
  await runMaven('copy-dependencies', folder, pom, [
    `-DoutputDirectory=${join(folder, 'lib')}`,
    '-DincludeScope=runtime',
  ]);
}

/** Eight letters that differ where {@link copyArtifacts} would copy something else, for the name of a folder of the cache. */
export function hashOfArtifacts(project: string, artifacts: readonly Artifact[]): string {
  return createHash('sha256').update(pomOf(project, artifacts)).digest('hex').slice(0, 8);
}

/**
 * Unpacks an archive into a folder.
 * @param artifact as Maven writes it: `group:name:version`, with `:type:classifier` where it has them
 * @param includes a pattern of the files that are wanted; all by default
 * @throws DiglotError `DIGLOT_TOOL_MISSING` without Maven, `DIGLOT_DOWNLOAD_FAILED` with its last lines if it fails
 */
export async function unpackArtifact(folder: string, artifact: string, includes: string | null = null): Promise<void> {
  await runMaven('unpack', folder, pomOf('unpack', []), [
    `-Dartifact=${artifact}`,
    `-DoutputDirectory=${folder}`,
    ...(includes === null ? [] : [`-Dmdep.unpack.includes=${includes}`]),
  ]);
}

/**
 * Runs a goal of Maven's dependency plugin, with the settings of the user: registry, proxy, local repository. It has a project
 * of its own, since the plugin leaves its marks in the project's folder, and where there is no project in a folder called
 * `${project.basedir}` of whoever calls.
 */
async function runMaven(goal: string, folder: string, pom: string, args: readonly string[]): Promise<void> {
  const file = join(folder, 'pom.xml');
  await writeFile(file, pom);
  const result = await runTool('mvn', ['--batch-mode', '--quiet', `--file=${file}`, ...args, `${PLUGIN}:${goal}`]);
  if (result === null) throw new DiglotError('DIGLOT_TOOL_MISSING', 'Maven downloads the servers, and there is no mvn');
  if (result.code === 0) return;
  const lines = result.output.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
  throw new DiglotError('DIGLOT_DOWNLOAD_FAILED', `Maven ended with ${result.code ?? 'a signal'}\n${lines}`);
}
