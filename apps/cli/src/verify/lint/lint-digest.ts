import { DiglotError, GENRES, classify, type Genre, type Issue } from '@diglot/domain';
import { readDigest, type ParsedEntry } from '@diglot/formats';
import type { Verifier } from '@diglot/verification';
import type { LintRules } from '../config/lint-rules.ts';
import type { FileReport, Finding, Notice, Place } from './finding.ts';
import { LineIndex } from './line-index.ts';
import { Suppressions } from './suppressions.ts';

const LABEL: Record<Genre, string> = { title: '**Title (ZH)**:', abstract: '**Abstract (ZH)**:' };

/** Lints the bytes of one file: what is wrong with its translations, as the rules have it. */
export function lintDigest(path: string, bytes: Uint8Array, verify: Verifier, rules: LintRules): FileReport {
  const verdicts = { accept: 0, flag: 0, retranslate: 0 };
  const nothing = { path, texts: 0, verdicts, findings: [], notices: [] };
  try {
    const file = readDigest(bytes, { path });
    if (file.kind !== 'digest') return { ...nothing, kind: 'other', reason: `it is ${nameOf(file.kind)}` };
    const text = new TextDecoder().decode(bytes);
    const lines = new LineIndex(text);
    const suppressions = new Suppressions(text, file.entries);
    const findings: Finding[] = [];
    for (const entry of file.entries) {
      for (const genre of GENRES) {
        const { en, zh } = entry[genre];
        if (zh === null) continue;
        const { verdict, issues } = verify({ source: en, target: zh, genre });
        verdicts[verdict] += 1;
        const at = fieldOffset(text, lines, entry, genre);
        findings.push(...issues.flatMap((issue) => toFinding(issue, { entry, genre, at, lines, rules, suppressions })));
      }
    }
    const broken = file.diagnostics.map(({ line, code, message }): Notice => ({
      line,
      message: `${code}: ${message}`,
    }));
    const texts = verdicts.accept + verdicts.flag + verdicts.retranslate;
    const notices = [...broken, ...suppressions.notices()];
    return { path, kind: 'digest', reason: null, texts, verdicts, findings, notices };
  } catch (thrown) {
    const { code, message } = thrown instanceof DiglotError ? thrown : classify(thrown);
    return { ...nothing, kind: code === 'DIGLOT_DIGEST_UNKNOWN_FORMAT' ? 'other' : 'unreadable', reason: message };
  }
}

const nameOf = (kind: 'empty' | 'index-table' | 'sidecar'): string =>
  ({ empty: 'empty', 'index-table': 'a table of contents', sidecar: 'a sidecar' })[kind];

interface Where {
  readonly entry: ParsedEntry;
  readonly genre: Genre;
  /** Offset of the translation in the file; its label where it is not found as it stands. */
  readonly at: number;
  readonly lines: LineIndex;
  readonly rules: LintRules;
  readonly suppressions: Suppressions;
}

function toFinding(issue: Issue, { entry, genre, at, lines, rules, suppressions }: Where): Finding[] {
  const severity = rules.severityOf(issue);
  if (severity === null) return [];
  const { en, zh } = entry[genre];
  const [first, last] = issue.target[0] ?? [0, 0];
  return [
    {
      rule: issue.code,
      check: issue.check,
      severity,
      probability: issue.probability,
      message: issue.message,
      arxivId: entry.arxivId,
      genre,
      source: en,
      target: zh ?? '',
      sourceSpans: issue.source,
      targetSpans: issue.target,
      from: lines.placeOf(at + first),
      to: endOf(lines, at + last, at + first),
      suppressed: suppressions.reasonFor(issue.code, entry, genre),
    },
  ];
}

const endOf = (lines: LineIndex, to: number, from: number): Place => lines.placeOf(Math.max(to, from + 1));

/** Where a translation stands in its file. */
function fieldOffset(text: string, lines: LineIndex, entry: ParsedEntry, genre: Genre): number {
  const label = text.indexOf(LABEL[genre], lines.startOf(entry.line));
  if (label === -1) return lines.startOf(entry.line);
  const zh = entry[genre].zh ?? '';
  const at = text.indexOf(zh, label);
  return at === -1 ? label : at;
}
