import type { IndexRow } from '../../digest-file.ts';
import type { SourceText } from '../../source/source-text.ts';
import { STEP_BYTES } from '../../steps.ts';
import { FilledLines, firstFilledLines, type Line } from '../../text/lines.ts';
import type { DigestReader } from '../digest-reader.ts';
import { labelAt } from '../digest/grammar.ts';

/** A heading, a sentence or two, or a whole introduction; then the table. */
const LINES_BEFORE_TABLE = 100;
const HEAD = /^\|[^|]*\|\s*Link\s*\|\s*Number of Papers\s*\|$/i;
const RULE = /^\|[-:| ]+\|$/;
const LINK = /\]\(([^()\s]*)\)/;
const NUMBER = /^\d{1,9}$/;

/** `| Subject | Link | Number of Papers |`: the README of a day, a topic or a repository. */
export const indexTableReader: DigestReader = {
  name: 'index-table',
  kind: 'index-table',
  detect: (source) => (findHead(source) === null ? 0 : 1),
  *read(source) {
    const head = findHead(source) ?? 0;
    const rows: IndexRow[] = [];
    for (const lines = new FilledLines(source); !lines.isDone; yield) {
      for (const line of lines.next(STEP_BYTES)) {
        const row = line.number > head && !RULE.test(line.text) ? readRow(line) : null;
        if (row) rows.push(row);
      }
    }
    return { kind: 'index-table', entries: [], diagnostics: [], omittedDiagnostics: 0, rows };
  },
};

/** The line of the table's head, or null where there is none or a field of a digest comes first. */
function findHead(source: SourceText): number | null {
  const lines = firstFilledLines(source, LINES_BEFORE_TABLE + 2);
  const head = lines.findIndex((line) => HEAD.test(line.text));
  const rule = lines[head + 1];
  const isDigest = lines.slice(0, head).some((line) => labelAt(line.text, 0) !== null);
  return head === -1 || isDigest || !rule || !RULE.test(rule.text) ? null : (lines[head]?.number ?? null);
}

function readRow({ text, number }: Line): IndexRow | null {
  if (!text.startsWith('|')) return null;
  const [label, link, papers] = text
    .slice(1)
    .split('|', 3)
    .map((cell) => cell.trim());
  if (label === undefined || link === undefined || papers === undefined) return null;
  return {
    label,
    link: LINK.exec(link)?.[1] ?? null,
    papers: NUMBER.test(papers) ? Number(papers) : null,
    line: number,
  };
}
