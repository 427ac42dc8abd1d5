import type { Severity } from '@diglot/domain';
import type { FileReport, Finding } from './finding.ts';

/** All reports of a run, added up. */
export class Summary {
  files = 0;
  digests = 0;
  /** Files beside digests. */
  others = 0;
  unreadable = 0;
  texts = 0;
  suppressed = 0;
  readonly verdicts = { accept: 0, flag: 0, retranslate: 0 };
  readonly severities: Record<Severity, number> = { critical: 0, major: 0, minor: 0, neutral: 0 };

  add({ kind, texts, verdicts, findings }: FileReport): void {
    this.files += 1;
    if (kind === 'digest') this.digests += 1;
    else if (kind === 'other') this.others += 1;
    else this.unreadable += 1;
    this.texts += texts;
    for (const verdict of ['accept', 'flag', 'retranslate'] as const) this.verdicts[verdict] += verdicts[verdict];
    for (const { severity, suppressed } of findings) {
      if (suppressed === null) this.severities[severity] += 1;
      else this.suppressed += 1;
    }
  }

  /** One line for people. */
  describe(): string {
    const { accept, flag, retranslate } = this.verdicts;
    const { critical, major, minor } = this.severities;
    const beside = this.others > 0 ? `, ${plural(this.others, 'other file')}` : '';
    const taken = this.suppressed > 0 ? ` (${this.suppressed} taken back by comments)` : '';
    return (
      `${plural(this.digests, 'digest')}${beside}, ${plural(this.texts, 'text')}: ${accept} accepted, ${flag} flagged, ` +
      `${retranslate} to be translated again; ${critical} critical, ${major} major, ${minor} minor${taken}`
    );
  }
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Those that are not taken back. */
export const counting = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ suppressed }) => suppressed === null);
