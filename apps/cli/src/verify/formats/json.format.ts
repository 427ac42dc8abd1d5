import type { FileReport, Finding } from '../lint/finding.ts';
import { counting } from '../lint/summary.ts';
import type { ReportContext, ReportFormat } from './report-format.ts';

/** One JSON document: `{engine, files: [{path, kind, verdicts, findings, notices}], summary}`. */
export function jsonFormat({ engine }: ReportContext): ReportFormat {
  let isFirst = true;
  return {
    isForPeople: false,
    begin: () => `{"engine":${JSON.stringify(engine)},"files":[`,
    file(report: FileReport): string {
      const comma = isFirst ? '' : ',';
      isFirst = false;
      return comma + JSON.stringify(report);
    },
    end: (summary) => `],"summary":${JSON.stringify(summary)}}`,
  };
}

/** One finding a line, those that are taken back left out. */
export function ndjsonFormat(): ReportFormat {
  const toLine = (path: string, finding: Finding): string => JSON.stringify({ path, ...finding });
  return {
    isForPeople: false,
    begin: () => '',
    file: ({ path, findings }) =>
      counting(findings)
        .map((finding) => toLine(path, finding))
        .join('\n'),
    end: () => '',
  };
}
