import type { PaperParsed, TranslatedEntry } from '@diglot/contracts';
import { sha256, type Judgement, type Sha256 } from '@diglot/domain';
import type { EntryJudgements } from './judging/verifier.ts';

/** What is said of an entry: what it prints, with the verdicts of its texts. */
export function toFact(
  { entry, retracted, digest, paper }: Omit<PaperParsed, 'line'>,
  { title, abstract }: EntryJudgements,
): TranslatedEntry {
  return { kind: 'entry', arxivId: entry.arxivId, entry, retracted, digest, paper, title, abstract };
}

/**
 * Hash of what a fact says. Which engine said it is no content, nor are the versions of its rules: a newer engine that
 * finds the same changes nothing, so nothing is announced.
 */
export function contentHash(fact: TranslatedEntry): Sha256 {
  return sha256(JSON.stringify({ ...fact, title: findings(fact.title), abstract: findings(fact.abstract) }));
}

/** Hash of what an engine finds, as {@link contentHash} sees it; null: nothing is judged. */
export function findingsHash(judgement: Judgement | null): Sha256 {
  return sha256(JSON.stringify(findings(judgement)));
}

function findings(judgement: Judgement | null): unknown {
  if (judgement === null) return null;
  const { verdict, score, issues } = judgement;
  return { verdict, score, issues: issues.map((issue) => ({ ...issue, version: null })) };
}
