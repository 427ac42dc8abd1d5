/** What Maven downloads. */
export interface Artifact {
  readonly group: string;
  readonly name: string;
  readonly version: string;
}

/** A Maven project that does nothing but depend on these. */
export function pomOf(project: string, artifacts: readonly Artifact[]): string {
  return [
    '<project xmlns="http://maven.apache.org/POM/4.0.0">',
    '  <modelVersion>4.0.0</modelVersion>',
    `  <groupId>diglot</groupId><artifactId>${project}</artifactId><version>1</version><packaging>pom</packaging>`,
    '  <dependencies>',
    ...artifacts.map(
      ({ group, name, version }) =>
        `    <dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`,
    ),
    '  </dependencies>',
    '</project>',
    '',
  ].join('\n');
}
