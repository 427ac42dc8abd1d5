import { GENRES, compareCandidates, sha256, type Candidate, type Genre, type PaperState } from '@diglot/domain';
import type { PaperHistory } from '../contract/history.schema.ts';
import { candidatesOf, type PaperMember } from '../papers/paper-candidates.ts';

type SeenTranslation = PaperHistory['translations'][number];

/** Every Chinese text of a paper's set, once, with all who give it: the titles first, the best of each first. */
export function seenTranslations(state: PaperState, members: readonly PaperMember[]): SeenTranslation[] {
  return GENRES.flatMap((genre) => seenOf(genre, state, members));
}

function seenOf(genre: Genre, state: PaperState, members: readonly PaperMember[]): SeenTranslation[] {
  const shown = state[genre].zh;
  const source = sha256(state[genre].en);
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidatesOf(genre, members)) {
    const key = `${candidate.sourceHash} ${candidate.hash}`;
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  const best = [...groups.values()].map((group) => group.toSorted(compareCandidates));
  return best
    .toSorted(([a], [b]) => fitFirst(a, b, source) || (a && b ? compareCandidates(a, b) : 0))
    .flatMap((group) => present(genre, group, source, shown));
}

function fitFirst(a: Candidate | undefined, b: Candidate | undefined, source: string): number {
  return Number(b?.sourceHash === source) - Number(a?.sourceHash === source);
}

function present(genre: Genre, group: readonly Candidate[], source: string, shown: string | null): SeenTranslation[] {
  const [first] = group;
  if (!first) return [];
  const { hash, sourceHash, text, judgement, review } = first;
  const fits = sourceHash === source;
  return [
    {
      hash,
      genre,
      sourceHash,
      zh: text,
      isShown: fits && text === shown,
      fits,
      verdict: judgement?.verdict ?? null,
      score: judgement?.score ?? null,
      engine: judgement?.engine ?? null,
      issues: [...(judgement?.issues ?? [])],
      review: review ?? null,
      provenances: group.map(({ provenance }) => provenance),
    },
  ];
}
