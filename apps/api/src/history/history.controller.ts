import { Controller, Param, Query } from '@nestjs/common';
import { DiglotError, GENRES, type Severity } from '@diglot/domain';
import type { DiffQuery, PaperHistory, TranslationDiff } from '../contract/history.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { toArxivId, unknownPaper } from '../papers/paper-id.ts';
import { HistoryRepository, type HistoryRows, type RevisionRow } from './history.repository.ts';
import { seenTranslations } from './seen-translations.ts';
import { diffTexts } from './translation-diff.ts';

@Controller()
export class HistoryController {
  readonly #history: HistoryRepository;

  constructor(history: HistoryRepository) {
    this.#history = history;
  }

  @Route(ROUTES.history)
  async get(@Param('*') id: string): Promise<PaperHistory> {
    const { state, revision, members, revisions } = await this.#find(id);
    return {
      arxivId: state.arxivId,
      revision,
      versions: (state.versions ?? []).map(({ occurrences, ...version }) => ({ ...version, entries: occurrences })),
      translations: seenTranslations(state, members),
      revisions: revisions.map(presentRevision),
    };
  }

  @Route(ROUTES.diff)
  async diff(
    @Param('*') id: string,
    @Query(new Validated(ROUTES.diff.query)) query: DiffQuery,
  ): Promise<TranslationDiff> {
    const { state, members } = await this.#find(id);
    const seen = seenTranslations(state, members);
    const [a, b] = [query.a, query.b].map((hash) => seen.find((translation) => translation.hash === hash));
    if (!a || !b) {
      throw new DiglotError(
        'DIGLOT_NOT_FOUND',
        `no live translation of ${state.arxivId} has the hash ${a ? query.b : query.a}`,
      );
    }
    return { a: a.hash, b: b.hash, genre: a.genre, parts: diffTexts(a.zh, b.zh) };
  }

  async #find(id: string): Promise<HistoryRows> {
    const arxivId = toArxivId(id);
    const found = await this.#history.find(arxivId);
    if (!found) throw unknownPaper(arxivId);
    return found;
  }
}

function presentRevision({ revision, at, summary }: RevisionRow): PaperHistory['revisions'][number] {
  const { texts, version } = summary;
  return {
    revision,
    at: at.toISOString(),
    gone: texts === null,
    version,
    verdict: { title: texts?.title.verdict ?? null, abstract: texts?.abstract.verdict ?? null },
    score: { title: texts?.title.score ?? null, abstract: texts?.abstract.score ?? null },
    hash: { title: texts?.title.hash ?? null, abstract: texts?.abstract.hash ?? null },
    review: { title: texts?.title.review ?? null, abstract: texts?.abstract.review ?? null },
    issues: GENRES.flatMap((genre) =>
      Object.entries(texts?.[genre].issues ?? {}).map(([name, count]) => {
        const [code = '', severity] = name.split(' ');
        return { genre, code, severity: severity as Severity, count };
      }),
    ),
  };
}
