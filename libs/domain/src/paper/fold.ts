import { sha256 } from '../identity/text-hash.ts';
import type { ArxivId } from '../identity/arxiv-id.ts';
import type { CalendarDate } from '../identity/calendar-date.ts';
import type { Genre, Issue, Severity, Verdict } from './issue.ts';
import type { Candidate, FieldState, Judgement, Occurrence, PaperState, TranslationStatus } from './paper.ts';

/** Order of preference; a text nobody judged stands between a flagged one and one to be translated again. */
const VERDICT_RANK: Record<Verdict | 'unverified', number> = { accept: 0, flag: 1, unverified: 2, retranslate: 3 };

/**
 * The state of a paper: a function of the *set* of its live entries and translations, so neither the order of
 * arrival nor a repetition can change it (docs/protocol.md, I7).
 * @returns null when nobody prints the paper any more
 */
export function foldPaper(
  arxivId: ArxivId,
  occurrences: readonly Occurrence[],
  translations: Readonly<Record<Genre, readonly Candidate[]>> = { title: [], abstract: [] },
): PaperState | null {
  const ordered = occurrences.toSorted(compareOccurrences);
  const leading = ordered[0];
  if (!leading) return null;
  const dates = ordered.map(({ date }) => date).filter((date) => date !== null);
  return {
    arxivId,
    version: leading.text.version,
    title: foldField('title', leading, ordered, translations.title),
    abstract: foldField('abstract', leading, ordered, translations.abstract),
    authors: leading.text.authors,
    link: leading.text.link,
    firstDate: dates.reduce<CalendarDate | null>(
      (least, date) => (least === null || date < least ? date : least),
      null,
    ),
    newestDate: dates.reduce<CalendarDate | null>((most, date) => (most === null || date > most ? date : most), null),
    occurrences: ordered.length,
    sources: [...new Set(ordered.map(({ source }) => source))].toSorted(compareText),
  };
}

/**
 * The total order of translations of one source text, best first: a person's text; then `accept`, `flag`,
 * unverified, `retranslate`; fewer critical issues; fewer major issues; score; newest digest; text hash.
 */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(b.origin === 'person') - Number(a.origin === 'person') ||
    VERDICT_RANK[a.judgement?.verdict ?? 'unverified'] - VERDICT_RANK[b.judgement?.verdict ?? 'unverified'] ||
    count(a.judgement, 'critical') - count(b.judgement, 'critical') ||
    count(a.judgement, 'major') - count(b.judgement, 'major') ||
    (b.judgement?.score ?? 0) - (a.judgement?.score ?? 0) ||
    compareText(b.date ?? '', a.date ?? '') ||
    compareText(a.hash, b.hash)
  );
}

/** Whose English, authors and link are shown: the highest version, then the newest digest, then the subject. */
function compareOccurrences(a: Occurrence, b: Occurrence): number {
  return (
    (b.text.version ?? 0) - (a.text.version ?? 0) ||
    compareText(b.date ?? '', a.date ?? '') ||
    compareText(a.subject, b.subject)
  );
}

function foldField(
  genre: Genre,
  leading: Occurrence,
  occurrences: readonly Occurrence[],
  translations: readonly Candidate[],
): FieldState {
  const en = leading.text[genre].en;
  // A translation counts only for the source text it was made from.
  const sourceHash = sha256(en);
  const candidates = [
    ...occurrences.filter(({ text }) => text[genre].en === en).flatMap((occurrence) => printed(genre, occurrence)),
    ...translations.filter((candidate) => candidate.sourceHash === sourceHash),
  ];
  const best = candidates.toSorted(compareCandidates)[0];
  const issues: readonly Issue[] = best?.judgement?.issues ?? [];
  return {
    en,
    zh: best?.text ?? null,
    verdict: best?.judgement?.verdict ?? null,
    score: best?.judgement?.score ?? null,
    issues,
    status: statusOf(best),
    origin: best?.origin ?? null,
  };
}

function printed(genre: Genre, occurrence: Occurrence): Candidate[] {
  const { en, zh } = occurrence.text[genre];
  if (zh === null) return [];
  return [
    {
      sourceHash: sha256(en),
      text: zh,
      hash: sha256(zh),
      origin: 'digest',
      date: occurrence.date,
      judgement: occurrence[genre],
    },
  ];
}

/** `retranslate` is shown with its marks until a better text arrives; without any text there is nothing to show. */
function statusOf(best: Candidate | undefined): TranslationStatus {
  if (!best) return 'pending';
  return best.origin === 'person' || best.judgement?.verdict === 'accept' ? 'accepted' : 'needs-review';
}

function count(judgement: Judgement | null, severity: Severity): number {
  return judgement?.issues.filter((issue) => issue.severity === severity).length ?? 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
