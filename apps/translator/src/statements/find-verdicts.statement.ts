import { sha256, type Genre, type Judgement } from '@diglot/domain';
import type { Sql } from '@diglot/platform';
import type { BilingualPair } from '../judging/bilingual-pair.ts';

const FIND = `
  SELECT genre, encode(source_hash, 'hex') AS source, encode(target_hash, 'hex') AS target, engine, verdict, score, issues
  FROM translator.verdicts
  WHERE engine = $1 AND (source_hash, target_hash, genre) IN (SELECT * FROM unnest($2::bytea[], $3::bytea[], $4::text[]))`;

interface Row extends Judgement {
  readonly genre: Genre;
  readonly source: string;
  readonly target: string;
}

/** The verdicts that an engine has given on some pairs, by `pairKey`. */
export async function findVerdicts(
  sql: Sql,
  engine: string,
  pairs: readonly BilingualPair[],
): Promise<Map<string, Judgement>> {
  if (pairs.length === 0) return new Map();
  const rows = await sql.rows<Row>(FIND, [
    engine,
    pairs.map(({ en }) => Buffer.from(sha256(en), 'hex')),
    pairs.map(({ zh }) => Buffer.from(sha256(zh), 'hex')),
    pairs.map(({ genre }) => genre),
  ]);
  return new Map(
    rows.map(({ genre, source, target, ...judgement }) => [`${genre} ${source} ${target}`, judgement] as const),
  );
}
