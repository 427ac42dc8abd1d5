import { foldPaper, type Occurrence } from '@diglot/domain';
import { statedSection } from '@diglot/formats';
import type { StoredMember, StoredPaper } from './stored-papers.statement.ts';

/**
 * Whether a state is the fold of its set (I7). What a fold is made of is put together here once more, not taken from the
 * service that is judged.
 * @throws Error for a member that is no entry: nobody reviews or translates under chaos
 */
export function isItsFold({ id, state, members }: StoredPaper): boolean {
  return JSON.stringify(foldPaper(id, members.map(toOccurrence))) === state;
}

function toOccurrence({ subject, fact }: StoredMember): Occurrence {
  if (fact.kind !== 'entry' || !fact.paper) throw new Error(`${subject} is no entry that anybody prints`);
  const { entry, digest, paper: text, title, abstract } = fact;
  const { source, path } = entry;
  const section = statedSection(path, digest ?? {});
  return { subject, source, path, date: digest?.date ?? null, ...section, text, title, abstract };
}
