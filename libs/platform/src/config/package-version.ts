import { readFileSync } from 'node:fs';

/**
 * The version of a workspace.
 * @param moduleUrl `import.meta.url` of a file of its `src`, or of its `dist`
 */
export function packageVersion(moduleUrl: string): string {
  const file = readFileSync(new URL('../package.json', moduleUrl), 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}
