import picocolors from 'picocolors';
import type { Severity } from '@diglot/domain';
import type { FileReport, Finding } from '../lint/finding.ts';
import { counting } from '../lint/summary.ts';
import { excerpt, plain, type Piece } from './excerpt.ts';
import type { ReportContext, ReportFormat } from './report-format.ts';

/** For a terminal: each finding with its place, and both texts around what it is about. */
export function textFormat({ colours }: ReportContext): ReportFormat {
  const colour = picocolors.createColors(colours);
  const paint: Record<Severity, (text: string) => string> = {
    critical: (text) => colour.bold(colour.red(text)),
    major: colour.red,
    minor: colour.yellow,
    neutral: colour.dim,
  };
  const show = (parts: readonly Piece[]): string =>
    parts.map(({ text, isMarked }) => (isMarked ? (colours ? colour.inverse(text) : `⟦${text}⟧`) : text)).join('');
  const describe = (path: string, finding: Finding): string => {
    const { from, severity, rule, arxivId, genre, probability, message, source, target } = finding;
    return [
      `${plain(path)}:${from.line}:${from.column}  ${paint[severity](severity)}  ${colour.bold(rule)}  ` +
        colour.dim(`${arxivId} ${genre}, ${probability.toFixed(2)}`),
      `  ${plain(message.en)}`,
      `  ${colour.dim('en')}  ${show(excerpt(source, finding.sourceSpans))}`,
      `  ${colour.dim('zh')}  ${show(excerpt(target, finding.targetSpans))}`,
      '',
    ].join('\n');
  };
  return {
    isForPeople: true,
    begin: () => '',
    file({ path, findings, notices }: FileReport): string {
      const lines = counting(findings).map((finding) => describe(path, finding));
      const said = notices.map(
        ({ line, message }) => `${plain(path)}:${line}  ${colour.cyan('note')}  ${plain(message)}\n`,
      );
      return [...lines, ...said].join('\n');
    },
    end: (summary) => summary.describe(),
  };
}
