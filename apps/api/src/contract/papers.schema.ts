import { z } from 'zod';
import { issueSchema } from '@diglot/contracts';
import {
  GENRES,
  ISSUE_CODES,
  ORIGINS,
  PAPER_MARKS,
  REVIEW_DECISIONS,
  SEVERITIES,
  TRANSLATION_STATUSES,
} from '@diglot/domain';
import {
  bilingual,
  components,
  count,
  cursor,
  day,
  limit,
  nextCursor,
  perGenre,
  sha256,
  plainName,
  status,
  timestamp,
  verdict,
} from './shared.schema.ts';

/** What a list of papers can be narrowed to: the worse verdict of the two texts. */
export const PAPER_VERDICTS = ['accept', 'flag', 'retranslate', 'unverified'] as const;
export type PaperVerdict = (typeof PAPER_VERDICTS)[number];

const search = z
  .string()
  .max(500)
  .optional()
  .describe(
    'Words, "quoted phrases", Chinese text and arXiv identifiers; all of it must match. Both languages at once.',
  );

/** What narrows a set of papers; every list, count, feed and export of papers takes it. */
export const paperFilter = {
  q: search,
  verdict: z.enum(PAPER_VERDICTS).optional().describe('The worse verdict of title and abstract'),
  status: z.enum(TRANSLATION_STATUSES).optional().describe('That of the abstract'),
  source: plainName.optional().describe('A source that prints the paper'),
  category: plainName.optional().describe('A category under which it is printed: `AI`'),
  topic: plainName.optional().describe('A topic under which it is printed: `Multimodal`'),
  author: plainName.optional().describe('Words of one author’s name, in their order'),
  issue: z.enum(ISSUE_CODES).optional().describe('An issue of the texts that are shown'),
  date: day.optional().describe('The newest day of a digest that prints the paper'),
  printed: day.optional().describe('A day of a digest that prints the paper, be it the newest or not'),
  from: day.optional().describe('The newest day, or later'),
  to: day.optional().describe('The newest day, or earlier'),
};

export const papersQuery = z.strictObject({ ...paperFilter, limit: limit(50, 200), cursor });
export type PapersQuery = z.infer<typeof papersQuery>;

export const facetsQuery = z.strictObject(paperFilter);
export type FacetsQuery = z.infer<typeof facetsQuery>;

export const paperParams = z.strictObject({
  id: z.string().describe('An arXiv identifier in any spelling; the slash of an old one may be encoded or not'),
});
export const paperQuery = z.strictObject({ q: search });

const spans = z.array(z.tuple([count, count])).describe('Half-open ranges of UTF-16 offsets');
const matchedText = z.object({ en: spans, zh: spans });
const issueCounts = z.object(Object.fromEntries(SEVERITIES.map((each) => [each, count])) as SeverityCounts);
type SeverityCounts = Record<(typeof SEVERITIES)[number], typeof count>;

const summary = {
  arxivId: z.string(),
  version: z.int().positive().nullable(),
  title: bilingual,
  authors: z.array(z.string()),
  verdict: perGenre(verdict),
  status: perGenre(status),
  issueCounts,
  firstDate: day.nullable(),
  newestDate: day.nullable(),
  sources: z.array(z.string()),
  categories: z.array(z.string()).describe('Under which it is printed'),
  topics: z.array(z.string()).describe('Under which it is printed'),
  marks: z.array(z.enum(PAPER_MARKS)),
  revision: z.int().positive().describe('Rises whenever the state of the paper changes'),
  updatedAt: timestamp,
};

export const paperSummary = z
  .object({
    ...summary,
    matches: z.object({ title: matchedText }).nullable().describe('Where `q` matches'),
  })
  .register(components, { id: 'PaperSummary' });
export type PaperSummary = z.infer<typeof paperSummary>;

export const paperList = z
  .object({ items: z.array(paperSummary), next: nextCursor })
  .register(components, { id: 'PaperList', description: 'Papers, the newest first' });
export type PaperList = z.infer<typeof paperList>;

const paperIssue = z.intersection(z.object({ field: z.enum(GENRES) }), issueSchema);

export const provenance = z.object({
  origin: z.enum(ORIGINS),
  author: z.string().nullable().describe('`provider/model@prompt`, or a person; null: a digest'),
  source: z.string().nullable(),
  path: z.string().nullable(),
  date: day.nullable(),
});
export type Provenance = z.infer<typeof provenance>;

/** A person's word on a text. */
export const reviewMark = z.object({
  decision: z.enum(REVIEW_DECISIONS),
  reviewer: z.string().describe('The name that the person gave'),
  reviewedAt: timestamp,
});

const bead = z.object({
  en: z.tuple([count, count]).nullable().describe('null: the Chinese has no counterpart'),
  zh: z.tuple([count, count]).nullable().describe('null: the English has no counterpart'),
});

const occurrence = z.object({
  source: z.string(),
  path: z.string(),
  category: z.string().nullable(),
  topic: z.string().nullable(),
  version: z.int().positive().nullable(),
  ordinal: z.int().positive().describe('An id may stand several times in one file'),
  line: z.int().positive().nullable().describe('Line of its title'),
  date: day.nullable(),
  sha256: sha256.nullable(),
});

export const paper = z
  .object({
    ...summary,
    abstract: bilingual,
    score: perGenre(z.number().min(0).max(100).nullable()),
    origin: perGenre(z.enum(ORIGINS).nullable()),
    provenance: perGenre(provenance.nullable()).describe('Where the Chinese that is shown comes from'),
    review: perGenre(reviewMark.nullable()).describe('What a person said of the Chinese that is shown'),
    alignment: perGenre(z.array(bead)).describe('Which sentences of both languages belong together, in order'),
    issues: z.array(paperIssue),
    link: z.string().describe('As printed; it may be anything'),
    url: z.url().describe('The abstract page at arXiv'),
    occurrences: z.array(occurrence).describe('Where it is printed'),
    matches: perGenre(matchedText).nullable().describe('Where `q` matches'),
  })
  .register(components, { id: 'Paper' });
export type Paper = z.infer<typeof paper>;
