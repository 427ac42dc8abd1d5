import { usualPathRule, type PathKnowledge } from '@diglot/formats';

/** What a placement's path was read to say, and whether all of it was announced. */
export interface AnnouncedKnowledge extends PathKnowledge {
  /** false: announced before category and topic were; who heard of it reads them by the usual layouts. */
  readonly sectionAnnounced: boolean;
}

/** Whether others know of a path what it says by the rule of today. */
export function isAnnounced(path: string, announced: AnnouncedKnowledge, today: PathKnowledge): boolean {
  const section = announced.sectionAnnounced ? announced : usualPathRule(path);
  return announced.date === today.date && section.category === today.category && section.topic === today.topic;
}
