import type { PaperTranslated } from '@diglot/contracts';
import { GENRES, compareCandidates, sha256, type Candidate, type Genre, type PaperState } from '@diglot/domain';
import type { PaperHistory } from '../contract/history.schema.ts';

type SeenTranslation = PaperHistory['translations'][number];
type Fact = { readonly subject: string; readonly fact: PaperTranslated };

/** Every Chinese text of a paper's set, once, with all who give it: the titles first, the best of each first. */
export function seenTranslations(state: PaperState, members: readonly Fact[]): SeenTranslation[] {
  return GENRES.flatMap((genre) => seenOf(genre, state, members));
}

function seenOf(genre: Genre, state: PaperState, members: readonly Fact[]): SeenTranslation[] {
  const shown = state[genre].zh;
  const source = sha256(state[genre].en);
  const groups = new Map<string, Candidate[]>();
  for (const candidate of members.flatMap(({ fact }) => candidatesOf(genre, fact))) {
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
  const { hash, sourceHash, text, judgement } = first;
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
      provenances: group.map(({ provenance }) => provenance),
    },
  ];
}

function candidatesOf(genre: Genre, fact: PaperTranslated): Candidate[] {
  if (fact.kind === 'translation') {
    if (fact.genre !== genre) return [];
    const { sourceHash, text, origin, author, judgement } = fact;
    const provenance = { origin, author, source: null, path: null, date: null };
    return [{ sourceHash, text, hash: sha256(text), origin, date: null, provenance, judgement }];
  }
  const { en, zh } = fact.paper?.[genre] ?? { en: '', zh: null };
  if (zh === null) return [];
  const date = fact.digest?.date ?? null;
  const { source, path } = fact.entry;
  const provenance = { origin: 'digest', author: null, source, path, date } as const;
  const judgement = fact[genre];
  return [{ sourceHash: sha256(en), text: zh, hash: sha256(zh), origin: 'digest', date, provenance, judgement }];
}
