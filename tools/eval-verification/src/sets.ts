import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Genre } from '@diglot/domain';
import type { Verification, Verifier } from '@diglot/verification';

/** A pair of the corruption set with what the engine says. */
export interface DamagedPair {
  readonly id: string;
  /** `ok`, or how it was damaged. */
  readonly type: string;
  /** Thresholds are set on half 0 and reported on half 1; all pairs of one paper are in one half. */
  readonly half: 0 | 1;
  readonly verification: Verification;
}

/** A labelled pair with what the engine says. */
export interface GoldPair {
  readonly id: string;
  readonly field: Genre;
  readonly severity: 'none' | 'minor' | 'major';
  /** How it came to be labelled: drawn at random, drawn for it looked suspicious, or reviewed by a reader of the page. */
  readonly stratum: 'random' | 'suspicious' | 'reviewed';
  readonly verification: Verification;
}

interface DamagedLine {
  id: string;
  type: string;
  genre: Genre;
  source: string;
  target: string;
}

interface GoldLine {
  arxiv_id: string;
  field: Genre;
  en: string;
  zh: string;
  severity: GoldPair['severity'];
  stratum: string;
}

export function judgeDamaged(corpus: string, verify: Verifier): DamagedPair[] {
  const text = gunzipSync(readFileSync(join(corpus, 'corruptions_dev.ndjson.gz'))).toString('utf8');
  return parseLines<DamagedLine>(text).map(({ id, type, genre, source, target }) => ({
    id,
    type,
    half: halfOf(id.split('#')[0] ?? id),
    verification: verify({ source, target, genre }),
  }));
}

/** The labelled pairs of the corpus. */
export const goldOf = (corpus: string): string => join(corpus, 'gold_dev.jsonl');

/** @param file of labelled pairs, one a line: that of the corpus, or what `GET /api/gold.jsonl` gives */
export function judgeGold(file: string, verify: Verifier): GoldPair[] {
  return parseLines<GoldLine>(readFileSync(file, 'utf8')).map((line) => ({
    id: line.arxiv_id,
    field: line.field,
    severity: line.severity,
    stratum: line.stratum === 'random' || line.stratum === 'reviewed' ? line.stratum : 'suspicious',
    verification: verify({ source: line.en, target: line.zh, genre: line.field }),
  }));
}

const parseLines = <Line>(text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

const halfOf = (paper: string): 0 | 1 => (((createHash('sha256').update(paper).digest()[0] ?? 0) & 1) === 0 ? 0 : 1);
