/** What may be done about an error of the platform; the words are those of the one error table. */
export type PlatformErrorClass = 'Fatal' | 'Unavailable';

/** The codes of the one error table (docs/errors.md) that the platform reports, with their class there. */
export const PLATFORM_ERROR_CLASSES = {
  DIGLOT_CONFIG_INVALID: 'Fatal',
  DIGLOT_DATA_LOCKED: 'Fatal',
  DIGLOT_DATA_NEWER: 'Fatal',
  DIGLOT_DATA_UNUSABLE: 'Fatal',
  DIGLOT_MIGRATION_FAILED: 'Fatal',
  DIGLOT_PORT_IN_USE: 'Fatal',
  DIGLOT_POSTGRES_START: 'Fatal',
  DIGLOT_POSTGRES_UNAVAILABLE: 'Unavailable',
  DIGLOT_SCHEMA_OUTDATED: 'Fatal',
} as const satisfies Record<`DIGLOT_${string}`, PlatformErrorClass>;

export type PlatformErrorCode = keyof typeof PLATFORM_ERROR_CLASSES;

/**
 * A coded error of the platform. The platform imports nothing of ours, so this is not the domain's error type;
 * the code is one of the same table, and `classify` of the domain hands it through.
 */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly code: PlatformErrorCode;
  readonly detail: string;

  /** @param detail one sentence about this case, without the code */
  constructor(code: PlatformErrorCode, detail: string, options?: { readonly cause?: unknown }) {
    super(`${code}: ${detail}`, options?.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.detail = detail;
  }

  get class(): PlatformErrorClass {
    return PLATFORM_ERROR_CLASSES[this.code];
  }
}
