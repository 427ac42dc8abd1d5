import type { Severity } from '@diglot/domain';
import { counting } from '../lint/summary.ts';
import { withoutControls } from './excerpt.ts';
import type { ReportFormat } from './report-format.ts';

const COMMANDS: Record<Severity, string> = { critical: 'error', major: 'error', minor: 'warning', neutral: 'notice' };

/**
 * Workflow commands that GitHub turns into annotations.
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubFormat(): ReportFormat {
  return {
    isForPeople: false,
    begin: () => '',
    file: ({ path, findings, notices }) =>
      [
        ...counting(findings).map(({ from, to, severity, rule, arxivId, genre, message }) => {
          const properties = [
            `file=${property(path)}`,
            `line=${from.line}`,
            `endLine=${to.line}`,
            // Columns count only for annotations of one line.
            ...(from.line === to.line ? [`col=${from.column}`, `endColumn=${to.column}`] : []),
            `title=${property(`${rule}: ${arxivId} ${genre}`)}`,
          ];
          return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message.en)}`;
        }),
        ...notices.map(({ line, message }) => `::notice file=${property(path)},line=${line}::${data(message)}`),
      ].join('\n'),
    end: (summary) => summary.describe(),
  };
}

/** What a text may not hold raw: a line break would begin another command. */
const data = (text: string): string =>
  withoutControls(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
