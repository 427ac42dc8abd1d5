import { randomBytes } from 'node:crypto';

/** A name for a topic, a group or a queue that no other test has. */
export function uniqueName(prefix: string): string {
  return `${prefix}-${randomBytes(8).toString('hex')}`;
}
