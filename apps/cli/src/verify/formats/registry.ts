import type { FormatName } from './format-names.ts';
import { githubFormat } from './github.format.ts';
import { htmlFormat } from './html.format.ts';
import { jsonFormat, ndjsonFormat } from './json.format.ts';
import type { ReportContext, ReportFormat } from './report-format.ts';
import { sarifFormat } from './sarif.format.ts';
import { textFormat } from './text.format.ts';

/** Every format, by the name that `--format` takes. */
export const FORMATS: Readonly<Record<FormatName, (context: ReportContext) => ReportFormat>> = {
  text: textFormat,
  json: jsonFormat,
  ndjson: ndjsonFormat,
  sarif: sarifFormat,
  github: githubFormat,
  html: htmlFormat,
};
