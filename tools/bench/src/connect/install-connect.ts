import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '@diglot/platform';
import {
  type Artifact,
  copyArtifacts,
  findJava,
  hashOfArtifacts,
  installOnce,
  LOG_BINDING,
  unpackArtifact,
} from '@diglot/servers';

/** Its jars stop at this version; it works with our brokers. */
const CONNECT_VERSION = '4.3.1';
const SINK_VERSION = '3.6.0.Final';
const PROJECT = 'kafka-connect';
const ARTIFACTS: readonly Artifact[] = [
  { group: 'org.apache.kafka', name: 'connect-runtime', version: CONNECT_VERSION },
  { group: 'org.apache.kafka', name: 'connect-json', version: CONNECT_VERSION },
  LOG_BINDING,
];
// The archive: its dependencies, copied one by one, clash with each other.
const SINK = `io.debezium:debezium-connector-jdbc:${SINK_VERSION}:tar.gz:plugin`;

/** Kafka Connect's programs, the folder of its plugins, and the Java that runs them. */
export interface ConnectInstallation {
  readonly java: string;
  /** For `java -cp`. */
  readonly classPath: string;
  /** For `plugin.path`. */
  readonly plugins: string;
}

/**
 * Kafka Connect with Debezium's JDBC sink, downloaded by Maven into the cache at the first call.
 * @throws DiglotError `DIGLOT_TOOL_MISSING` without Java 17 or Maven, `DIGLOT_DOWNLOAD_FAILED`
 */
export async function installConnect(cache: string = cacheFolder()): Promise<ConnectInstallation> {
  const java = await findJava();
  const programs = `connect-${CONNECT_VERSION}-${hashOfArtifacts(PROJECT, ARTIFACTS)}`;
  const lib = await installOnce(cache, programs, async (draft) => {
    await copyArtifacts(draft, PROJECT, ARTIFACTS);
  });
  const sink = await installOnce(cache, `debezium-jdbc-${SINK_VERSION}`, async (draft) => {
    const plugins = join(draft, 'plugins');
    await mkdir(plugins);
    await unpackArtifact(plugins, SINK);
  });
  return { java, classPath: join(lib, 'lib', '*'), plugins: join(sink, 'plugins') };
}
