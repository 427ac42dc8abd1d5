import { chatterCheck } from './chatter.check.ts';
import type { Check } from './check.ts';
import { duplicateFieldCheck } from './duplicate-field.check.ts';
import { endingCheck } from './ending.check.ts';
import { entityPlaceCheck } from './entity-place.check.ts';
import { entityCheck } from './entity.check.ts';
import { identityCheck } from './identity.check.ts';
import { languageCheck } from './language.check.ts';
import { lengthCheck } from './length.check.ts';
import { linkCheck } from './link.check.ts';
import { markupCheck } from './markup.check.ts';
import { negationCheck } from './negation.check.ts';
import { numberCheck } from './number.check.ts';
import { omissionCheck } from './omission.check.ts';
import { presenceCheck } from './presence.check.ts';
import { repetitionCheck } from './repetition.check.ts';
import { scriptCheck } from './script.check.ts';
import { terminologyCheck } from './terminology.check.ts';
import { untranslatedTextCheck } from './untranslated-text.check.ts';
import { untranslatedWordCheck } from './untranslated-word.check.ts';

/** Every check, in the order they run. */
export const CHECKS: readonly Check[] = [
  presenceCheck,
  identityCheck,
  languageCheck,
  duplicateFieldCheck,
  lengthCheck,
  chatterCheck,
  repetitionCheck,
  endingCheck,
  untranslatedTextCheck,
  scriptCheck,
  numberCheck,
  entityCheck,
  entityPlaceCheck,
  omissionCheck,
  negationCheck,
  terminologyCheck,
  linkCheck,
  markupCheck,
  untranslatedWordCheck,
];
