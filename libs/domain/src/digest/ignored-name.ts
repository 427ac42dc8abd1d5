/** Names that writers give to what is not finished yet. */
const UNFINISHED = /(?:\.tmp|\.part|~)$/i;

/**
 * Whether a file or folder of this name is never a digest, nor holds any: hidden, unfinished, or a folder of packages. It is
 * so for whoever looks for digests (docs/sources.md).
 */
export function isIgnoredName(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || UNFINISHED.test(name);
}
