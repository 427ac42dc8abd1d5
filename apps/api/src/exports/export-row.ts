import { arxivLink, type PaperState } from '@diglot/domain';
import type { PaperRow } from '../papers/paper.repository.ts';

/** One paper as a flat row, for tables. Lists are joined by `; `. */
export interface ExportRow {
  readonly arxiv_id: string;
  readonly version: number | null;
  readonly title_en: string;
  readonly title_zh: string | null;
  readonly abstract_en: string;
  readonly abstract_zh: string | null;
  readonly authors: string;
  readonly title_verdict: string | null;
  readonly abstract_verdict: string | null;
  readonly title_status: string;
  readonly abstract_status: string;
  readonly abstract_score: number | null;
  readonly abstract_origin: string | null;
  readonly issues: string;
  readonly categories: string;
  readonly topics: string;
  readonly sources: string;
  readonly marks: string;
  readonly first_date: string | null;
  readonly newest_date: string | null;
  readonly url: string;
  readonly revision: number;
  readonly updated_at: string;
  /** What a person said of the text that is shown: `accepted`, `rejected` or `edited`. */
  readonly title_review: string | null;
  readonly abstract_review: string | null;
}

/** In the order of a table. */
export const EXPORT_COLUMNS = [
  'arxiv_id',
  'version',
  'title_en',
  'title_zh',
  'abstract_en',
  'abstract_zh',
  'authors',
  'title_verdict',
  'abstract_verdict',
  'title_status',
  'abstract_status',
  'abstract_score',
  'abstract_origin',
  'issues',
  'categories',
  'topics',
  'sources',
  'marks',
  'first_date',
  'newest_date',
  'url',
  'revision',
  'updated_at',
  'title_review',
  'abstract_review',
] as const satisfies readonly (keyof ExportRow)[];

export function toExportRow({ arxivId, revision, state, updatedAt }: PaperRow): ExportRow {
  const { title, abstract } = state;
  return {
    arxiv_id: arxivId,
    version: state.version,
    title_en: title.en,
    title_zh: title.zh,
    abstract_en: abstract.en,
    abstract_zh: abstract.zh,
    authors: joined(state.authors),
    title_verdict: title.verdict,
    abstract_verdict: abstract.verdict,
    title_status: title.status,
    abstract_status: abstract.status,
    abstract_score: abstract.score,
    abstract_origin: abstract.origin,
    issues: joined(issuesOf(state)),
    categories: joined(state.categories),
    topics: joined(state.topics),
    sources: joined(state.sources),
    marks: joined(state.marks),
    first_date: state.firstDate,
    newest_date: state.newestDate,
    url: arxivLink(arxivId),
    revision,
    updated_at: updatedAt.toISOString(),
    title_review: title.review?.decision ?? null,
    abstract_review: abstract.review?.decision ?? null,
  };
}

/** A whole state with its place, for programs: what `arxiv.paper.state.v1` carries. */
export function toExportDocument({ arxivId, revision, state, updatedAt }: PaperRow): object {
  return { ...state, arxivId, url: arxivLink(arxivId), revision, updatedAt: updatedAt.toISOString() };
}

function issuesOf({ title, abstract }: PaperState): string[] {
  return [...new Set([...title.issues, ...abstract.issues].map(({ code }) => code))];
}

/** A state that is still to be folded anew lacks some lists. */
function joined(list: readonly string[] | undefined): string {
  return (list ?? []).join('; ');
}
