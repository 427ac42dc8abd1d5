import type { IssueCode } from '@diglot/domain';

/** One line about each rule; docs/verification.md has more. */
export const RULE_TEXTS: Readonly<Record<IssueCode, string>> = {
  empty: 'There is no translation.',
  'identical-to-source': 'The translation is the source text again.',
  'wrong-language': 'The translation is not Chinese.',
  'title-as-abstract': 'One short line stands for a whole abstract.',
  length: 'The translation is far too short or too long.',
  omission: 'A sentence of the source is not translated.',
  addition: 'A sentence of the translation is not in the source.',
  unrelated: 'The translation is of another text.',
  truncated: 'The translation breaks off.',
  'untranslated-text': 'A run of English words is left.',
  'untranslated-word': 'A plain English word is left.',
  number: 'A number differs in value or unit.',
  entity: 'A name is lost, replaced, invented, or in the place of another.',
  chatter: 'A model speaks about its task, or a prompt leaked.',
  repetition: 'A loop, a clause twice, or a doubled particle.',
  'duplicate-field': 'The translation of another field.',
  markup: 'Markdown, HTML or brackets are astray.',
  link: 'An address is invented, lost or a placeholder.',
  latex: 'A formula is lost or open.',
  negation: 'Only one of the texts denies something, or says the opposite.',
  terminology: 'A term in a wrong sense, or rendered in several ways.',
  script: 'Traditional characters, another script, or broken characters.',
};
