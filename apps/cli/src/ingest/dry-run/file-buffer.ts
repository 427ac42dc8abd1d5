import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { refuseLarge } from '../refuse-large.ts';

/** Nearly every file is smaller. */
const USUAL_BYTES = 1024 * 1024;

/** Reads one file after another into the same memory: getting it anew for each takes as long as reading does. */
export class FileBuffer {
  private readonly memory = Buffer.allocUnsafeSlow(USUAL_BYTES);

  /**
   * @returns the bytes of a file, until the next one is read
   * @throws Error of the file system; DiglotError `DIGLOT_DIGEST_TOO_LARGE`, before anything is read
   */
  read(path: string): Buffer {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      refuseLarge(size, path);
      if (size >= USUAL_BYTES) return readFileSync(file);
      let length = 0;
      for (let count = -1; count !== 0; length += count) {
        if (length === USUAL_BYTES) return readFileSync(path);
        count = readSync(file, this.memory, length, USUAL_BYTES - length, null);
      }
      return this.memory.subarray(0, length);
    } finally {
      closeSync(file);
    }
  }
}
