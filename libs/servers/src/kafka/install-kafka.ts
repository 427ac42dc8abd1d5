import { join } from 'node:path';
import { cacheFolder } from '@diglot/platform';
import { installOnce } from '../tools/install-once.ts';
import { findJava } from '../tools/java.ts';
import { copyArtifacts, hashOfArtifacts } from '../tools/maven.ts';
import type { Artifact } from '../tools/pom.ts';

/** The version of the broker; docker-compose.yml names the same. */
export const KAFKA_VERSION = '4.1.1';

/** Kafka's programs log through slf4j 1, and print nothing without a binding. */
export const LOG_BINDING: Artifact = {
  group: 'org.apache.logging.log4j',
  name: 'log4j-slf4j-impl',
  version: '2.25.5',
};

const PROJECT = 'kafka-broker';
const ARTIFACTS: readonly Artifact[] = [
  { group: 'org.apache.kafka', name: 'kafka_2.13', version: KAFKA_VERSION },
  LOG_BINDING,
];

/** A broker's programs, and the Java that runs them. */
export interface KafkaInstallation {
  readonly java: string;
  /** For `java -cp`. */
  readonly classPath: string;
}

/**
 * Kafka's broker, downloaded by Maven into the cache at the first call (43 MB).
 * @param cache {@link cacheFolder} by default
 * @throws DiglotError `DIGLOT_TOOL_MISSING` without Java 17 or Maven, `DIGLOT_DOWNLOAD_FAILED`
 */
export async function installKafka(cache: string = cacheFolder()): Promise<KafkaInstallation> {
  const java = await findJava();
  const name = `kafka-${KAFKA_VERSION}-${hashOfArtifacts(PROJECT, ARTIFACTS)}`;
  const folder = await installOnce(cache, name, async (draft) => {
    await copyArtifacts(draft, PROJECT, ARTIFACTS);
  });
  return { java, classPath: join(folder, 'lib', '*') };
}
