import { hash } from 'node:crypto';
import type { Sha256 } from './hashes.ts';

/** SHA-256 of a text's UTF-8 bytes, or of bytes as they are. */
export function sha256(content: string | Uint8Array): Sha256 {
  return hash('sha256', content, 'hex') as Sha256;
}
