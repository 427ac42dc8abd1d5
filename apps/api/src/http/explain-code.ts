import { ERROR_TABLE, type ErrorCode } from '@diglot/domain';

/** An error code with what the one table says about it; one that a newer version wrote is unknown to it. */
export function explainCode(code: string): { code: string; meaning: string; remedy: string } {
  const entry = Object.hasOwn(ERROR_TABLE, code) ? ERROR_TABLE[code as ErrorCode] : null;
  return { code, meaning: entry?.meaning ?? '', remedy: entry?.remedy ?? '' };
}
