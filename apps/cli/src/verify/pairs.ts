import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { DiglotError, GENRES, type Genre, type Issue, type Verdict } from '@diglot/domain';
import type { Verifier } from '@diglot/verification';

/** A line of a pairs file. */
interface PairLine {
  readonly id: string;
  readonly genre: Genre;
  readonly source: string;
  readonly target: string;
}

/** What is printed of each; the names are a contract with scripts. */
interface PairVerdict {
  readonly id: string;
  readonly verdict: Verdict;
  readonly score: number;
  readonly issues: readonly Pick<
    Issue,
    'code' | 'type' | 'severity' | 'probability' | 'source' | 'target' | 'message'
  >[];
}

/**
 * Judges the lines `{"id","genre","source","target"}` of a file, in order.
 * @throws DiglotError `DIGLOT_REQUEST_INVALID` naming file, line and field
 */
export async function* judgePairs(file: string, verify: Verifier): AsyncGenerator<PairVerdict> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const { id, genre, source, target } = parsePair(text, file, line);
    const { verdict, score, issues } = verify({ source, target, genre });
    const printed = issues.map(({ code, type, severity, probability, source: from, target: to, message }) => ({
      code,
      type,
      severity,
      probability,
      source: from,
      target: to,
      message,
    }));
    yield { id, verdict, score, issues: printed };
  }
}

function parsePair(text: string, file: string, line: number): PairLine {
  const refuse = (detail: string, field?: string): never => {
    const place = field === undefined ? { file, line } : { file, line, field };
    throw new DiglotError('DIGLOT_REQUEST_INVALID', detail, { place });
  };
  const value = parseJson(text) ?? refuse('not a JSON object');
  for (const field of ['id', 'source', 'target']) {
    if (typeof value[field] !== 'string') refuse('not a string', field);
  }
  if (!GENRES.includes(value['genre'] as Genre)) refuse(`not one of ${GENRES.join(', ')}`, 'genre');
  return value as unknown as PairLine;
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
