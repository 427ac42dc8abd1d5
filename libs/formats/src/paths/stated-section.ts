import { usualPathRule, type PathKnowledge } from './path-rule.ts';

/** What of arXiv a digest covers. */
export type StatedSection = Pick<PathKnowledge, 'category' | 'topic'>;

/**
 * The category and topic of a digest as its event states them. Events from before they were stated have neither; the usual
 * layouts say it then, as they did when those were taken first.
 */
export function statedSection(
  path: string,
  stated: { readonly category?: string | null; readonly topic?: string | null },
): StatedSection {
  if (stated.category === undefined && stated.topic === undefined) {
    const { category, topic } = usualPathRule(path);
    return { category, topic };
  }
  return { category: stated.category ?? null, topic: stated.topic ?? null };
}
