/** The longest texts that commands take, in UTF-16 units: `npm run client` makes this file of the api's document. */
export const LIMITS = {
  ReviewCommand: { arxivId: 100, text: 10_000, reviewer: 100, reason: 500 },
  VerifyCommand: { en: 10_000, zh: 10_000 },
} as const;
