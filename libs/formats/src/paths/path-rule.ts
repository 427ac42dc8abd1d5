import type { CalendarDate } from '@diglot/domain';
import { digestDateFromPath, digestSectionFromPath } from './digest-path.ts';
import { compileTemplate } from './path-template.ts';

/** What only the path of a digest says. */
export interface PathKnowledge {
  /** The day it speaks of. */
  readonly date: CalendarDate | null;
  /** Of arXiv, `AI` or `cs.RO`. */
  readonly category: string | null;
  readonly topic: string | null;
}

/** Reads a path relative to the root of its source, with `/` between its parts. */
export type PathRule = (path: string) => PathKnowledge;

const NOTHING: PathKnowledge = { date: null, category: null, topic: null };

/** The usual layouts: see {@link digestDateFromPath} and {@link digestSectionFromPath}. */
export const usualPathRule: PathRule = (path) => {
  const section = digestSectionFromPath(path);
  return {
    date: digestDateFromPath(path),
    category: section?.kind === 'category' ? section.name : null,
    topic: section?.kind === 'topic' ? section.name : null,
  };
};

/**
 * A rule of templates, of which the first that fits decides (see {@link compileTemplate} for how they are written). A
 * path that none fits says nothing: a wrong day would be worse than none.
 * @throws RangeError naming what is wrong with a template
 */
export function pathRule(templates: readonly string[]): PathRule {
  const compiled = templates.map(compileTemplate);
  return (path) => {
    for (const read of compiled) {
      const knowledge = read(path);
      if (knowledge !== null) return knowledge;
    }
    return NOTHING;
  };
}
