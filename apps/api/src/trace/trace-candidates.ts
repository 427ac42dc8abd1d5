import { TOPICS, factEventId, type EventType } from '@diglot/contracts';

/** An event that must have been announced, if its revision was: ids follow from subjects and revisions. */
export interface TraceCandidate {
  readonly eventId: string;
  readonly type: EventType;
  readonly topic: string;
  readonly subject: string;
  readonly revision: number;
}

/** A subject with the revisions it has come to. */
export interface RevisedSubject {
  readonly type: EventType;
  readonly subject: string;
  readonly revision: number;
}

const TOPIC_OF: Readonly<Partial<Record<EventType, string>>> = {
  'digest.discovered': TOPICS.digestDiscovered,
  'paper.parsed': TOPICS.paperParsed,
  'paper.translated': TOPICS.paperTranslated,
  'paper.state': TOPICS.paperState,
};

/** Revisions of one subject that are looked for, the latest ones. */
const REVISIONS = 20;

/** The events of some subjects, at most so many; the latest revisions of each first. */
export function candidatesOf(
  subjects: readonly RevisedSubject[],
  limit: number,
): { readonly candidates: readonly TraceCandidate[]; readonly isWhole: boolean } {
  const all = subjects.flatMap(({ type, subject, revision }) => {
    const count = Math.min(revision, REVISIONS);
    return Array.from({ length: count }, (_, back) => candidate(type, subject, revision - back));
  });
  const cut = subjects.some(({ revision }) => revision > REVISIONS);
  return { candidates: all.slice(0, limit), isWhole: !cut && all.length <= limit };
}

function candidate(type: EventType, subject: string, revision: number): TraceCandidate {
  return { eventId: factEventId(type, subject, revision, null), type, topic: TOPIC_OF[type] ?? '', subject, revision };
}
