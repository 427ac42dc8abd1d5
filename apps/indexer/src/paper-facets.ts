import { createHash } from 'node:crypto';
import { GENRES, type IssueCode, type PaperState, type TranslationStatus, type Verdict } from '@diglot/domain';
import { facetTerm } from '@diglot/search';

/** What a paper is counted by and narrowed by. */
export interface PaperFacets {
  /** The worse of the two. */
  readonly verdict: Verdict | 'unverified';
  /** Of the abstract. */
  readonly status: TranslationStatus;
  readonly sources: readonly string[];
  readonly categories: readonly string[];
  readonly topics: readonly string[];
  /** Of the texts that are shown, each code once. */
  readonly issues: readonly IssueCode[];
}

/** Papers with equal facets belong to one group; its id follows from them. */
export interface FacetGroup {
  /** A signed 64-bit integer. */
  readonly id: string;
  readonly facets: PaperFacets;
}

const WORST_FIRST: readonly Verdict[] = ['retranslate', 'flag', 'accept'];

export function facetsOf(state: PaperState): PaperFacets {
  const verdicts = GENRES.map((genre) => state[genre].verdict);
  const issues = GENRES.flatMap((genre) => state[genre].issues.map(({ code }) => code));
  return {
    verdict: WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'unverified',
    status: state.abstract.status,
    sources: state.sources,
    categories: state.categories,
    topics: state.topics,
    issues: [...new Set(issues)].toSorted(),
  };
}

export function groupOf(facets: PaperFacets): FacetGroup {
  const hash = createHash('sha256').update(JSON.stringify(facets)).digest();
  return { id: hash.readBigInt64BE().toString(), facets };
}

/** The terms by which search narrows. */
export function facetTerms({ verdict, status, sources, categories, topics, issues }: PaperFacets): number[] {
  return [
    facetTerm('verdict', verdict),
    facetTerm('status', status),
    ...sources.map((source) => facetTerm('source', source)),
    ...categories.map((category) => facetTerm('category', category)),
    ...topics.map((topic) => facetTerm('topic', topic)),
    ...issues.map((issue) => facetTerm('issue', issue)),
  ];
}
