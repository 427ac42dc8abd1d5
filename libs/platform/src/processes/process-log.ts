import { open, rename, stat } from 'node:fs/promises';
import { onCode } from '../errors/errors.ts';

const TAIL_BYTES = 16_384;
const TAIL_LINES = 20;
/** A log is put aside at a start once it is larger; one older log is kept. */
const ROTATE_BYTES = 1_048_576;

/** Puts a long log aside, so that there are never more than two. */
export async function rotateLog(file: string): Promise<void> {
  const found = await stat(file).catch(onCode('ENOENT', null));
  if (found !== null && found.size > ROTATE_BYTES) await rename(file, `${file}.1`);
}

/** The size of a log, to tell later what was written since. */
export async function lengthOf(file: string): Promise<number> {
  return (await stat(file).catch(onCode('ENOENT', null)))?.size ?? 0;
}

/** The last lines of a log, from a position on. */
export async function lastLinesOf(file: string, from = 0): Promise<string> {
  const handle = await open(file, 'r').catch(onCode('ENOENT', null));
  if (handle === null) return '';
  try {
    const { size } = await handle.stat();
    const start = Math.max(from, size - TAIL_BYTES);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
    return buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  } finally {
    await handle.close();
  }
}
