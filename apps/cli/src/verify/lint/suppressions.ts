import { ISSUE_CODES, type Genre, type IssueCode } from '@diglot/domain';
import { findRemarks, type ParsedEntry } from '@diglot/formats';
import type { Notice } from './finding.ts';

/** `<!-- diglot-ignore number, entity: the reason -->`, for the entry or the field below; `-file`: for all of the file. */
const FORM = /^<!--\s*diglot-ignore(-file)?\s+([a-z-]+(?:\s*,\s*[a-z-]+)*)\s*(?::\s*(.*?))?\s*-->$/u;
const LABELS: readonly (readonly [string, Genre])[] = [
  ['**Title (ZH)**:', 'title'],
  ['**Abstract**:', 'abstract'],
  ['**Abstract (ZH)**:', 'abstract'],
];
const EVERYTHING = 'all';
const LONGEST = 2000;

/** One comment, and what it covers. */
interface Suppression {
  readonly line: number;
  readonly rules: ReadonlySet<string>;
  readonly reason: string;
  /** null: every entry. */
  readonly entry: ParsedEntry | null;
  /** null: every text. */
  readonly genre: Genre | null;
  uses: number;
}

/** The comments of a file that take findings back. */
export class Suppressions {
  readonly #all: Suppression[] = [];
  readonly #notices: Notice[] = [];

  constructor(text: string, entries: readonly ParsedEntry[]) {
    for (const { line, start, end } of findRemarks(text)) {
      const form = end - start > LONGEST ? null : FORM.exec(text.slice(start, end).trim());
      const rules = form?.[2]?.split(',').map((rule) => rule.trim()) ?? [];
      const unknown = rules.filter((rule) => rule !== EVERYTHING && !ISSUE_CODES.includes(rule as IssueCode));
      if (!form || unknown.length > 0) {
        const why = form ? `there is no rule ${unknown.join(', ')}` : 'it reads `<!-- diglot-ignore RULE: reason -->`';
        this.#notices.push({ line, message: `this comment is not understood: ${why}` });
        continue;
      }
      const genre = form[1] === undefined ? labelBelow(text, end) : null;
      const entry = form[1] === undefined ? coveredEntry(entries, line, genre !== null) : null;
      if (form[1] === undefined && !entry) {
        this.#notices.push({ line, message: 'this comment stands before no entry' });
        continue;
      }
      const reason = form[3] ?? 'no reason given';
      this.#all.push({ line, rules: new Set(rules), reason, entry, genre, uses: 0 });
    }
  }

  /** @returns the reason, or null when the finding counts */
  reasonFor(rule: IssueCode, entry: ParsedEntry, genre: Genre): string | null {
    const found = this.#all.find(
      (one) =>
        (one.rules.has(rule) || one.rules.has(EVERYTHING)) &&
        (one.entry === null || one.entry === entry) &&
        (one.genre === null || one.genre === genre),
    );
    if (!found) return null;
    found.uses += 1;
    return found.reason;
  }

  /** Comments that are not understood, and those that took nothing back. To be asked for after all findings. */
  notices(): Notice[] {
    const unused = this.#all
      .filter(({ uses }) => uses === 0)
      .map(({ line }) => ({ line, message: 'this comment takes nothing back any more' }));
    return [...this.#notices, ...unused].toSorted((first, second) => first.line - second.line);
  }
}

/** The field whose label is on the next line that is not blank. */
function labelBelow(text: string, end: number): Genre | null {
  const rest = text.slice(end, end + LONGEST).trimStart();
  return LABELS.find(([label]) => rest.startsWith(label))?.[1] ?? null;
}

/** Within a block the entry around the comment, otherwise the next one. */
function coveredEntry(entries: readonly ParsedEntry[], line: number, isWithin: boolean): ParsedEntry | null {
  const after = entries.find((entry) => entry.line > line) ?? null;
  return isWithin ? (entries.findLast((entry) => entry.line < line) ?? null) : after;
}
