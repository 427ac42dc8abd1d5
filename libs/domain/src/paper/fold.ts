import { sha256 } from '../identity/text-hash.ts';
import type { ArxivId } from '../identity/arxiv-id.ts';
import type { Genre, Issue, Severity, Verdict } from './issue.ts';
import type {
  Candidate,
  FieldState,
  Judgement,
  Occurrence,
  PaperMark,
  PaperState,
  PaperVersion,
  TranslationStatus,
} from './paper.ts';
import { standingVerdict, withReviews } from './reviewed-candidates.ts';
import type { Review } from './review.ts';

/** Order of preference; a text nobody judged stands between a flagged one and one to be translated again. */
const VERDICT_RANK: Record<Verdict | 'unverified', number> = { accept: 2, flag: 3, unverified: 4, retranslate: 5 };
/** A person's own text, the text that a person accepted, and the one that a person rejected. */
const PERSON_RANK = { written: 0, accepted: 1, rejected: 6 } as const;

/**
 * The state of a paper: a function of the *set* of its live entries and translations, so neither the order of
 * arrival nor a repetition can change it (docs/protocol.md, I7).
 * @returns null when nobody prints the paper any more
 */
export function foldPaper(
  arxivId: ArxivId,
  occurrences: readonly Occurrence[],
  translations: Readonly<Record<Genre, readonly Candidate[]>> = { title: [], abstract: [] },
  reviews: readonly Review[] = [],
): PaperState | null {
  const ordered = occurrences.toSorted(compareOccurrences);
  const leading = ordered[0];
  if (!leading) return null;
  return {
    arxivId,
    version: leading.text.version,
    title: foldField('title', leading, ordered, translations.title, reviews),
    abstract: foldField('abstract', leading, ordered, translations.abstract, reviews),
    authors: leading.text.authors,
    link: leading.text.link,
    ...range(ordered),
    occurrences: ordered.length,
    sources: distinct(ordered.map(({ source }) => source)),
    categories: distinct(ordered.map(({ category }) => category)),
    topics: distinct(ordered.map(({ topic }) => topic)),
    versions: versionsOf(ordered),
    marks: marksOf(leading),
  };
}

/** How arXiv words the abstract of a withdrawn paper (https://info.arxiv.org/help/withdraw.html). */
const WITHDRAWN =
  /^\s*th(?:is|e) (?:paper|article|submission|manuscript|work|preprint) (?:has been|was|is) withdrawn\b/i;

function marksOf({ text }: Occurrence): PaperMark[] {
  const marks: PaperMark[] = [];
  if ((text.version ?? 1) > 1) marks.push('replaced');
  if (WITHDRAWN.test(text.abstract.en)) marks.push('withdrawn');
  return marks;
}

/** @param ordered by version, as {@link compareOccurrences} does */
function versionsOf(ordered: readonly Occurrence[]): PaperVersion[] {
  const versions = [...new Set(ordered.map(({ text }) => text.version))];
  return versions.map((version) => {
    const printed = ordered.filter(({ text }) => text.version === version);
    return { version, ...range(printed), occurrences: printed.length };
  });
}

function range(occurrences: readonly Occurrence[]): Pick<PaperState, 'firstDate' | 'newestDate'> {
  const dates = occurrences.map(({ date }) => date).filter((date) => date !== null);
  const sorted = dates.toSorted(compareText);
  return { firstDate: sorted[0] ?? null, newestDate: sorted.at(-1) ?? null };
}

function distinct(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))].toSorted(compareText);
}

/**
 * The total order of translations of one source text, best first: a person's text; one that a person accepted; then
 * `accept`, `flag`, unverified, `retranslate`; one that a person rejected. Within these: the newest review; the verdict;
 * fewer critical issues; fewer major issues; score; newest digest; text hash; author.
 */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    rankOf(a) - rankOf(b) ||
    compareText(b.review?.reviewedAt ?? '', a.review?.reviewedAt ?? '') ||
    verdictRank(a) - verdictRank(b) ||
    count(a.judgement, 'critical') - count(b.judgement, 'critical') ||
    count(a.judgement, 'major') - count(b.judgement, 'major') ||
    (b.judgement?.score ?? 0) - (a.judgement?.score ?? 0) ||
    compareText(b.date ?? '', a.date ?? '') ||
    compareText(a.hash, b.hash) ||
    compareText(a.provenance.author ?? '', b.provenance.author ?? '')
  );
}

function rankOf(candidate: Candidate): number {
  const { review, origin } = candidate;
  if (review?.decision === 'rejected') return PERSON_RANK.rejected;
  if (origin === 'person') return PERSON_RANK.written;
  return review?.decision === 'accepted' ? PERSON_RANK.accepted : verdictRank(candidate);
}

function verdictRank({ judgement }: Candidate): number {
  return VERDICT_RANK[judgement?.verdict ?? 'unverified'];
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
  reviews: readonly Review[],
): FieldState {
  const en = leading.text[genre].en;
  // A translation counts only for the source text it was made from.
  const sourceHash = sha256(en);
  const given = [
    ...occurrences.filter(({ text }) => text[genre].en === en).flatMap((occurrence) => printed(genre, occurrence)),
    ...translations.filter((candidate) => candidate.sourceHash === sourceHash),
  ];
  const candidates = withReviews(genre, given, reviews).filter((candidate) => candidate.sourceHash === sourceHash);
  // Sorting is stable: of equal texts that of the first occurrence is named.
  const best = candidates.toSorted(compareCandidates)[0];
  const issues: readonly Issue[] = best?.judgement?.issues ?? [];
  return {
    en,
    zh: best?.text ?? null,
    verdict: best ? standingVerdict(best) : null,
    score: best?.judgement?.score ?? null,
    issues,
    status: statusOf(best),
    origin: best?.origin ?? null,
    provenance: best?.provenance ?? null,
    ...(best?.review ? { review: best.review } : {}),
  };
}

function printed(genre: Genre, occurrence: Occurrence): Candidate[] {
  const { source, path, date } = occurrence;
  const { en, zh } = occurrence.text[genre];
  if (zh === null) return [];
  return [
    {
      sourceHash: sha256(en),
      text: zh,
      hash: sha256(zh),
      origin: 'digest',
      date,
      provenance: { origin: 'digest', author: null, source, path, date },
      judgement: occurrence[genre],
    },
  ];
}

/** `retranslate` is shown with its marks until a better text arrives; without any text there is nothing to show. */
function statusOf(best: Candidate | undefined): TranslationStatus {
  if (!best) return 'pending';
  const isRejected = best.review?.decision === 'rejected';
  const isAccepted = best.origin === 'person' || standingVerdict(best) === 'accept';
  return isAccepted && !isRejected ? 'accepted' : 'needs-review';
}

function count(judgement: Judgement | null, severity: Severity): number {
  return judgement?.issues.filter((issue) => issue.severity === severity).length ?? 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
