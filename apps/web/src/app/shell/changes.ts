/** What the server announces in one event of its stream. */
export interface Changes {
  readonly topics: readonly { readonly topic: string; readonly count: number; readonly keys: readonly string[] }[];
}

const STATES = 'arxiv.paper.state.v1';

/** The papers whose state has changed. */
export function changedPapers({ topics }: Changes): readonly string[] {
  return topics.find(({ topic }) => topic === STATES)?.keys ?? [];
}
