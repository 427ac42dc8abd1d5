import { encodeEvent, stateFact, statePaperGone, traced, type TopicRecord } from '@diglot/contracts';
import type { PointerLoader } from '@diglot/pipeline';
import type { Database } from '@diglot/platform';
import { currentPapers, type CurrentState } from './statements/current-papers.statement.ts';

/** Loads what the pointers on `paper.state` point to: the newest state of each paper, or its tombstone. */
export function paperStateLoader(database: Database): PointerLoader {
  return async (keys) => {
    const states = await currentPapers(database, keys);
    return new Map(states.map((state) => [state.arxivId, toRecord(state)]));
  };
}

function toRecord({ arxivId, revision, state, updatedAt }: CurrentState): TopicRecord {
  // The time of the state, not of the sending: a record that is sent twice has one content.
  if (state === null) return encodeEvent(traced({ ...statePaperGone(arxivId, revision), time: updatedAt }));
  return encodeEvent(traced(stateFact('paper.state', { revision, data: state, time: updatedAt })));
}
