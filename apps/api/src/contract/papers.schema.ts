import { z } from 'zod';
import { issueSchema } from '@diglot/contracts';
import { GENRES, SEVERITIES } from '@diglot/domain';
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

export const papersQuery = z.strictObject({
  q: search,
  verdict: z.enum(PAPER_VERDICTS).optional().describe('The worse verdict of title and abstract'),
  source: plainName.optional().describe('A source that prints the paper'),
  date: day.optional().describe('The newest day of a digest that prints the paper'),
  limit: limit(50, 200),
  cursor,
});
export type PapersQuery = z.infer<typeof papersQuery>;

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

const occurrence = z.object({
  source: z.string(),
  path: z.string(),
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
    origin: perGenre(z.enum(['digest', 'provider', 'person']).nullable()),
    issues: z.array(paperIssue),
    link: z.string().describe('As printed; it may be anything'),
    url: z.url().describe('The abstract page at arXiv'),
    occurrences: z.array(occurrence).describe('Where it is printed'),
    matches: perGenre(matchedText).nullable().describe('Where `q` matches'),
  })
  .register(components, { id: 'Paper' });
export type Paper = z.infer<typeof paper>;
