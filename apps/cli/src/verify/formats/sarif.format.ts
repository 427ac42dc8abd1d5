import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { isAbsolute } from 'node:path';
import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { ISSUE_CODES, type Severity } from '@diglot/domain';
import type { FileReport, Finding } from '../lint/finding.ts';
import { RULE_TEXTS } from './rule-texts.ts';
import type { ReportContext, ReportFormat } from './report-format.ts';

const LEVELS: Record<Severity, Result.level> = { critical: 'error', major: 'error', minor: 'warning', neutral: 'note' };

/** SARIF 2.1.0 (OASIS), what code scanning services read. Findings that are taken back are told as suppressed. */
export function sarifFormat({ version, engine }: ReportContext): ReportFormat {
  const results: Result[] = [];
  const notifications: Notification[] = [];
  return {
    isForPeople: false,
    begin: () => '',
    file(report: FileReport): string {
      results.push(...report.findings.map((finding) => toResult(report.path, finding)));
      notifications.push(...toNotifications(report));
      return '';
    },
    end: () => JSON.stringify(toLog(version, engine, results, notifications)),
  };
}

function toLog(version: string, engine: string, results: Result[], notifications: Notification[]): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'diglot verify',
            version,
            semanticVersion: version,
            rules: ISSUE_CODES.map(toRule),
            properties: { engine },
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        results,
      },
    ],
  };
}

const toRule = (id: (typeof ISSUE_CODES)[number]): ReportingDescriptor => ({
  id,
  shortDescription: { text: RULE_TEXTS[id] },
  defaultConfiguration: { level: 'warning' },
});

/** A path as SARIF wants it: relative ones stay so, for services map them to their repository. */
const toUri = (path: string): string =>
  isAbsolute(path) ? pathToFileURL(path).href : path.split(/[/\\]/u).map(encodeURIComponent).join('/');

function toResult(path: string, finding: Finding): Result {
  const { rule, severity, probability, message, from, to, arxivId, genre, suppressed } = finding;
  const marked = finding.targetSpans.map(([start, end]) => finding.target.slice(start, end)).join('\n');
  return {
    ruleId: rule,
    ruleIndex: ISSUE_CODES.indexOf(rule),
    level: LEVELS[severity],
    message: { text: `${arxivId} ${genre}: ${message.en}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(path) },
          region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
        },
        logicalLocations: [{ name: arxivId, fullyQualifiedName: `${arxivId}/${genre}` }],
      },
    ],
    // The same finding in the same text, wherever in the file it stands.
    partialFingerprints: { 'diglot/v1': fingerprint([arxivId, genre, rule, marked, message.en]) },
    ...(suppressed === null ? {} : { suppressions: [{ kind: 'inSource', justification: suppressed }] }),
    properties: { probability, severity },
  };
}

const fingerprint = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);

function toNotifications({ path, kind, reason, notices }: FileReport): Notification[] {
  const at = (line: number): Notification['locations'] => [
    { physicalLocation: { artifactLocation: { uri: toUri(path) }, region: { startLine: line } } },
  ];
  const said = notices.map(({ line, message }): Notification => ({
    level: 'note',
    message: { text: message },
    locations: at(line) ?? [],
  }));
  if (kind !== 'unreadable') return said;
  return [...said, { level: 'error', message: { text: reason ?? 'unreadable' }, locations: at(1) ?? [] }];
}
