import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '@diglot/platform';
import { installOnce } from '../tools/install-once.ts';
import { findJava } from '../tools/java.ts';
import { runMaven } from '../tools/maven.ts';

/** The version of the broker; docker-compose.yml names the same. */
export const KAFKA_VERSION = '4.1.1';

const ARTIFACTS = [
  { group: 'org.apache.kafka', name: 'kafka_2.13', version: KAFKA_VERSION },
  // Kafka logs through slf4j 1, and prints nothing without a binding.
  { group: 'org.apache.logging.log4j', name: 'log4j-slf4j-impl', version: '2.25.5' },
];

const POM = [
  '<project xmlns="http://maven.apache.org/POM/4.0.0">',
  '  <modelVersion>4.0.0</modelVersion>',
  '  <groupId>diglot</groupId><artifactId>kafka-broker</artifactId><version>1</version><packaging>pom</packaging>',
  '  <dependencies>',
  ...ARTIFACTS.map(
    ({ group, name, version }) =>
      `    <dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`,
  ),
  '  </dependencies>',
  '</project>',
  '',
].join('\n');

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
  const hash = createHash('sha256').update(POM).digest('hex').slice(0, 8);
  const folder = await installOnce(cache, `kafka-${KAFKA_VERSION}-${hash}`, async (draft) => {
    const pom = join(draft, 'pom.xml');
    await writeFile(pom, POM);
    const output = join(draft, 'lib');
    await runMaven('copy-dependencies', [`--file=${pom}`, `-DoutputDirectory=${output}`, '-DincludeScope=runtime']);
  });
  return { java, classPath: join(folder, 'lib', '*') };
}
