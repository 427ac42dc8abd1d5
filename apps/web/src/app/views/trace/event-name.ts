import type { TracedEvent } from '../../../api/types.ts';

const TRANSLATED = 'arxiv.paper.translated.v1';

/** What an event is to a reader: its topic, and where one topic says several things, which of them. */
export type EventName =
  | 'arxiv.digest.discovered.v1'
  | 'arxiv.paper.parsed.v1'
  | 'arxiv.paper.translated.v1'
  | 'arxiv.paper.state.v1'
  | 'arxiv.source.noticed.v1'
  | 'review'
  | 'review taken back'
  | 'translation';

type Named = Pick<TracedEvent, 'topic' | 'subject' | 'payload'>;

/** @returns a topic that this page does not know as it is */
export function eventName({ topic, subject, payload }: Named): EventName {
  if (topic !== TRANSLATED) return topic as EventName;
  const { kind, retracted } = (payload?.json ?? {}) as { readonly kind?: unknown; readonly retracted?: unknown };
  const said = typeof kind === 'string' ? kind : kindOf(subject);
  if (said === 'review') return retracted === true ? 'review taken back' : 'review';
  return said === 'translation' ? 'translation' : TRANSLATED;
}

/** Where the payload is not kept any more, or was cut: subjects of each kind have a form of their own. */
function kindOf(subject: string | null): string {
  const parts = (subject ?? '').split('\n');
  if (parts.length !== 5) return 'entry';
  return parts[4] === 'review' && /^[0-9a-f]{64}$/.test(parts[3] ?? '') ? 'review' : 'translation';
}
