import type { Check } from './check.ts';
import { identityCheck } from './identity.check.ts';
import { languageCheck } from './language.check.ts';
import { lengthCheck } from './length.check.ts';
import { numberCheck } from './number.check.ts';
import { presenceCheck } from './presence.check.ts';

/** Every check, in the order they run. */
export const CHECKS: readonly Check[] = [presenceCheck, identityCheck, languageCheck, lengthCheck, numberCheck];
