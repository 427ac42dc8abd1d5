import type { Issue, IssueCode, Message, MqmType, Severity, Span } from '@diglot/domain';
import type { PairContext } from '../context/pair-context.ts';

/** A rule: pure, linear in the length of the texts, and it never throws. */
export interface Check {
  /** Name of the rule; kebab-case, stable. */
  readonly name: string;
  /** Changes with every change of what the rule finds. */
  readonly version: string;
  run(context: PairContext): readonly Finding[];
}

/** An issue before the engine stamps it with its rule. */
export interface Finding {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** 0 to 1; see {@link Issue.probability}. */
  readonly probability: number;
  readonly source?: readonly Span[];
  readonly target?: readonly Span[];
  readonly message: Message;
  readonly evidence?: Readonly<Record<string, string | number>>;
}

/** The MQM type of each code (MQM core typology, https://themqm.org; `custom/*` where it has none). */
const TYPES: Record<IssueCode, MqmType> = {
  empty: 'accuracy/omission',
  'identical-to-source': 'accuracy/untranslated',
  'wrong-language': 'accuracy/untranslated',
  'title-as-abstract': 'accuracy/omission',
  length: 'accuracy/omission',
  omission: 'accuracy/omission',
  addition: 'accuracy/addition',
  unrelated: 'accuracy/mistranslation',
  truncated: 'accuracy/omission',
  'untranslated-text': 'accuracy/untranslated',
  'untranslated-word': 'accuracy/untranslated',
  number: 'locale/number',
  entity: 'accuracy/mistranslation',
  chatter: 'custom/chatter',
  repetition: 'custom/repetition',
  'duplicate-field': 'accuracy/mistranslation',
  markup: 'design/markup',
  link: 'design/markup',
  latex: 'design/markup',
  negation: 'accuracy/mistranslation',
  terminology: 'terminology',
  script: 'linguistic/script',
};

/** Turns what a rule found into issues that name the rule. */
export function runCheck(check: Check, context: PairContext): Issue[] {
  return check.run(context).map((finding) => ({
    code: finding.code,
    type: TYPES[finding.code],
    severity: finding.severity,
    probability: finding.probability,
    source: finding.source ?? [],
    target: finding.target ?? [],
    message: finding.message,
    evidence: finding.evidence ?? {},
    check: check.name,
    version: check.version,
  }));
}
