import { PAPER_VERDICTS } from '../contract/papers.schema.ts';
import type { StatusBody } from '../contract/status.schema.ts';
import { placeOf } from '../dead-letters/dead-letter-place.ts';
import { explainCode } from '../http/explain-code.ts';
import { presentNotice } from '../notices/present-notice.ts';
import type { OpenReceipts, StatusLetter, StatusSnapshot } from './status.repository.ts';

/** What the process itself knows. */
export interface ProcessFacts {
  readonly version: string;
  readonly profile: StatusBody['profile'];
  readonly readiness: StatusBody['readiness'];
  readonly startedAt: Date;
  readonly now: Date;
}

/**
 * The status of a snapshot. Work is in flight while a stage has not taken what was announced to it, or a receipt waits to
 * be tried again; what a stage announces is in the log in the same moment in which its own event is settled.
 */
export function presentStatus(
  snapshot: StatusSnapshot,
  { version, profile, readiness, startedAt, now }: ProcessFacts,
): StatusBody {
  const { digests, entries, stages, open, sources, brokenBlocks, problems } = snapshot;
  const retrying = total(open.filter(({ status }) => status === 'retrying'));
  const moves = stages.map(({ movedAt }) => movedAt?.getTime() ?? 0);
  const lastMove = Math.max(0, ...moves);
  return {
    digests,
    entries,
    papers: total(snapshot.verdicts),
    // A webhook that does not answer has its retries, and keeps nothing from being complete.
    inFlight: snapshot.requests + total(stages.map((stage) => ({ count: stage.lag + openOf(stage, open).retrying }))),
    retrying,
    dead: total(open.filter(({ status }) => status === 'dead')),
    verdicts: presentVerdicts(snapshot.verdicts),
    diagnostics: {
      errors: total(snapshot.diagnostics.filter(({ severity }) => severity === 'error')),
      warnings: total(snapshot.diagnostics.filter(({ severity }) => severity === 'warning')),
    },
    problems: {
      count: problems.count,
      latest: problems.rows.map(({ code, firstSeen, lastSeen, ...row }) => ({
        ...row,
        ...explainCode(code),
        firstSeen: firstSeen.toISOString(),
        lastSeen: lastSeen.toISOString(),
      })),
    },
    notices: {
      count: total(snapshot.notices.counts),
      latest: snapshot.notices.latest.map(presentNotice),
    },
    brokenBlocks: {
      count: total(snapshot.diagnostics.filter(({ severity }) => severity === 'error')),
      first: brokenBlocks.map(({ source, path, line, column, field, code, message }) => ({
        source,
        path,
        line,
        column,
        field,
        ...explainCode(code),
        message,
      })),
    },
    deadLetters: presentLetters(snapshot.letters),
    topicDifferences: snapshot.topicDifferences.map((row) => ({ ...row, ...explainCode('DIGLOT_TOPIC_DIFFERS') })),
    sources: sources.map(({ changedAt, scannedAt, ...source }) => ({
      ...source,
      changedAt: changedAt?.toISOString() ?? null,
      scannedAt: scannedAt?.toISOString() ?? null,
    })),
    stages: stages.map(({ consumer, topic, lag, movedAt }) => ({
      consumer,
      topic,
      lag,
      ...openOf({ consumer, topic }, open),
      movedAt: movedAt?.toISOString() ?? null,
    })),
    lastActivityAt: lastMove === 0 ? null : new Date(lastMove).toISOString(),
    readiness,
    version,
    profile,
    startedAt: startedAt.toISOString(),
    uptimeSeconds: Math.max(0, Math.floor((now.getTime() - startedAt.getTime()) / 1000)),
  };
}

function presentVerdicts(rows: StatusSnapshot['verdicts']): StatusBody['verdicts'] {
  const counts = PAPER_VERDICTS.map((verdict) => [verdict, total(rows.filter((row) => row.verdict === verdict))]);
  return Object.fromEntries(counts) as StatusBody['verdicts'];
}

function presentLetters(letters: readonly StatusLetter[]): StatusBody['deadLetters'] {
  const groups = new Map<string, StatusBody['deadLetters'][number]>();
  for (const letter of letters) {
    const group = groups.get(letter.code) ?? { ...explainCode(letter.code), count: letter.count, latest: [] };
    const { consumer, eventId, message, updatedAt } = letter;
    group.latest.push({ consumer, eventId, ...placeOf(letter), message, updatedAt: updatedAt.toISOString() });
    groups.set(letter.code, group);
  }
  return [...groups.values()];
}

/** The receipts of one stage that are not done. */
export function openOf(
  stage: { readonly consumer: string; readonly topic: string },
  open: readonly OpenReceipts[],
): { retrying: number; dead: number } {
  const own = open.filter(({ consumer, topic }) => consumer === stage.consumer && topic === stage.topic);
  return {
    retrying: total(own.filter(({ status }) => status === 'retrying')),
    dead: total(own.filter(({ status }) => status === 'dead')),
  };
}

function total(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
