import { SEVERITIES, type Issue, type IssueCode, type Severity } from '@diglot/domain';

/** What a configuration says about one rule. */
export interface RuleSetting {
  readonly off: boolean;
  /** null: as the engine has it. */
  readonly severity: Severity | null;
  /** Issues of a lower probability are left out; null: see {@link LintRules}. */
  readonly probability: number | null;
}

export type RuleSettings = Readonly<Partial<Record<IssueCode, RuleSetting>>>;

/** From which severity on findings fail a run. */
export const FAIL_LEVELS = ['critical', 'major', 'minor', 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

/** The decision table of the engine acts on critical issues from 0.3 on, and on others from 0.5. */
const LEAST_PROBABILITY: Record<Severity, number> = { critical: 0.3, major: 0.5, minor: 0.5, neutral: 1.1 };

/** Which issues become findings, and how severe they are. */
export class LintRules {
  readonly #settings: RuleSettings;

  constructor(settings: RuleSettings) {
    this.#settings = settings;
  }

  /** @returns null when the issue is not to be reported */
  severityOf({ code, severity, probability }: Issue): Severity | null {
    const setting = this.#settings[code];
    if (setting?.off) return null;
    const least = setting?.probability ?? LEAST_PROBABILITY[severity];
    return probability >= least ? (setting?.severity ?? severity) : null;
  }
}

/** Whether a finding of this severity fails a run. */
export function fails(severity: Severity, level: FailLevel): boolean {
  return level !== 'never' && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(level);
}
