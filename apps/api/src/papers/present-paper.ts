import { GENRES, SEVERITIES, arxivLink, type FieldState, type Genre, type PaperState, type Span } from '@diglot/domain';
import { findMatches, type SearchQuery } from '@diglot/search';
import type { Paper, PaperSummary } from '../contract/papers.schema.ts';
import { statedSection } from '@diglot/formats';
import type { AlignedSentences } from './aligner.ts';
import type { OccurrenceRow, PaperRow } from './paper.repository.ts';

/** A paper in a list. */
export function presentSummary(row: PaperRow, search: SearchQuery | null): PaperSummary {
  return { ...present(row), matches: search && { title: matchesOf(row.state.title, search) } };
}

/** A paper by itself. */
export function presentPaper(
  row: PaperRow,
  occurrences: readonly OccurrenceRow[],
  alignment: Readonly<Record<Genre, readonly AlignedSentences[]>>,
  search: SearchQuery | null,
): Paper {
  const { state } = row;
  return {
    ...present(row),
    abstract: { en: state.abstract.en, zh: state.abstract.zh },
    score: eachGenre(state, ({ score }) => score),
    origin: eachGenre(state, ({ origin }) => origin),
    // A state that is still to be folded anew has none.
    provenance: eachGenre(state, ({ provenance }) => provenance ?? null),
    review: eachGenre(state, ({ review }) => review ?? null),
    alignment: { title: alignment.title.map(presentBead), abstract: alignment.abstract.map(presentBead) },
    issues: GENRES.flatMap((field) => state[field].issues.map((issue) => ({ field, ...issue }))),
    link: state.link,
    url: arxivLink(row.arxivId),
    occurrences: occurrences.map(presentOccurrence),
    matches: search && eachGenre(state, (field) => matchesOf(field, search)),
  };
}

function present({ arxivId, revision, state, updatedAt }: PaperRow): Omit<PaperSummary, 'matches'> {
  return {
    arxivId,
    version: state.version,
    title: { en: state.title.en, zh: state.title.zh },
    authors: [...state.authors],
    verdict: eachGenre(state, ({ verdict }) => verdict),
    status: eachGenre(state, ({ status }) => status),
    issueCounts: countIssues(state),
    firstDate: state.firstDate,
    newestDate: state.newestDate,
    sources: [...state.sources],
    categories: [...(state.categories ?? [])],
    topics: [...(state.topics ?? [])],
    marks: [...(state.marks ?? [])],
    revision,
    updatedAt: updatedAt.toISOString(),
  };
}

function presentBead({ en, zh }: AlignedSentences): Paper['alignment']['title'][number] {
  return { en: en && [en[0], en[1]], zh: zh && [zh[0], zh[1]] };
}

function presentOccurrence({ section, ...row }: OccurrenceRow): Paper['occurrences'][number] {
  return { ...row, ...statedSection(row.path, section ?? {}) };
}

function eachGenre<T>(state: PaperState, pick: (field: FieldState) => T): Record<Genre, T> {
  return { title: pick(state.title), abstract: pick(state.abstract) };
}

function countIssues(state: PaperState): PaperSummary['issueCounts'] {
  const issues = GENRES.flatMap((genre) => state[genre].issues);
  const counts = SEVERITIES.map((severity) => [severity, issues.filter((each) => each.severity === severity).length]);
  return Object.fromEntries(counts) as PaperSummary['issueCounts'];
}

function matchesOf({ en, zh }: FieldState, search: SearchQuery): { en: [number, number][]; zh: [number, number][] } {
  const spans = (text: string | null): [number, number][] =>
    text === null ? [] : findMatches(text, search).map(([from, to]: Span) => [from, to]);
  return { en: spans(en), zh: spans(zh) };
}
