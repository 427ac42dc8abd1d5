import { z } from 'zod';
import { GENRES, ISSUE_CODES, SEVERITIES, VERDICTS, type Issue, type Judgement, type MqmType } from '@diglot/domain';
import { knownValues } from './known-values.ts';

const span = z
  .tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])
  .describe('Half-open range `[from, to)` in UTF-16 code units, from 0, as the strings of JavaScript and Java count.');

export const genreSchema = knownValues(GENRES, 'Which text of the paper.', 'let the record pass');

export const verdictSchema = knownValues(
  VERDICTS,
  '`accept`: publish · `flag`: publish with a mark · `retranslate`: translate again, shown with its marks until then.',
  'as `flag`',
);

export const scoreSchema = z
  .number()
  .min(0)
  .max(100)
  .describe('0 to 100, higher is better. It ranks translations of equal verdict and decides nothing else.');

export const issueSchema: z.ZodType<Issue, unknown> = z.object({
  code: knownValues(
    ISSUE_CODES,
    'Stable name of what is wrong; none changes its meaning.',
    'an issue like others: its severity and message say enough',
  ),
  type: (z.string() as unknown as z.ZodType<MqmType, string>).describe(
    'Type of MQM (Multidimensional Quality Metrics), such as `accuracy/omission`; `custom/…` where MQM has none.',
  ),
  severity: knownValues(
    SEVERITIES,
    'How much it harms a reader, rising: neutral, minor, major, critical.',
    'as `major`',
  ),
  probability: z.number().min(0).max(1).describe('Calibrated probability, 0 to 1, that a careful reader would agree.'),
  source: z.array(span).describe('Where in the English text that was judged; empty: it is about the whole.'),
  target: z.array(span).describe('Where in the Chinese text that was judged; empty: it is about the whole.'),
  message: z
    .object({ en: z.string().describe('In English.'), zh: z.string().describe('In Chinese.') })
    .describe('The finding as a sentence, for both kinds of reader.'),
  evidence: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .describe('What the rule saw, by names of its own; for people and logs, not for programs.'),
  check: z.string().describe('The rule that found it.'),
  version: z.string().describe('Version of that rule.'),
});

export const issuesSchema = z.array(issueSchema).describe('Findings about the translation; empty: none.');

export const judgementSchema: z.ZodType<Judgement, unknown> = z
  .object({
    verdict: verdictSchema,
    score: scoreSchema,
    issues: issuesSchema,
    engine: z.string().describe('Version of the engine that judged, and of its lexicon.'),
  })
  .describe('What the verifier found about one translation.');

export const judgementOrNull = (description: string) => judgementSchema.nullable().describe(description);
