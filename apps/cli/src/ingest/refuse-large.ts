import { DIGEST_LIMIT, DiglotError } from '@diglot/domain';

/**
 * The first look at a file, wherever it goes afterwards: nobody reads what would not be taken.
 * @param size bytes
 * @throws DiglotError `DIGLOT_DIGEST_TOO_LARGE`
 */
export function refuseLarge(size: number, file: string): void {
  if (size <= DIGEST_LIMIT) return;
  const detail = `it has ${size} bytes; a digest may have ${DIGEST_LIMIT}`;
  throw new DiglotError('DIGLOT_DIGEST_TOO_LARGE', detail, { place: { file } });
}
