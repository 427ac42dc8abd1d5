import { createHash } from 'node:crypto';

/** Version of the engine: changed whenever a rule, a constant or the shipped lexicon changes a verdict, a score or an issue. */
export const ENGINE_VERSION = '1.1.1';

/** The version of the engine together with its lexicon, since another lexicon gives other verdicts: `1.1.1+0a1b2c3d`. */
export function engineVersion(lexicon: Uint8Array): string {
  return `${ENGINE_VERSION}+${createHash('sha256').update(lexicon).digest('hex').slice(0, 8)}`;
}
