/** The most bytes that a digest may have, however it comes: 64 MiB (docs/architecture.md, "Words"). */
export const DIGEST_LIMIT = 64 * 1024 * 1024;
