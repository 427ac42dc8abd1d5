const SECRET_KEYS = ['password', 'token', 'secret', 'apiKey', 'authorization', 'cookie'];

/** Paths that pino blots out: fields of these names, at the top or one level down. */
export const REDACTED_PATHS = SECRET_KEYS.flatMap((key) => [key, `*.${key}`]);

const CREDENTIALS = /\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s/@]+@/gi;

/** Blots out the passwords of the addresses in a text: `postgres://me:secret@host` becomes `postgres://me:***@host`. */
export function withoutPasswords(text: string): string {
  return text.replace(CREDENTIALS, '$1:***@');
}
