import { encodeEvent, stateFact, type DiglotEvent } from '@diglot/contracts';
import { parseArxivReference, sha256, type ArxivId } from '@diglot/domain';
import { announce, type Announcement } from '../outbox/announcement.ts';

/** One entry at one revision, as a test states it. */
export interface Entry {
  /** Number of the paper. */
  readonly paper: number;
  readonly path?: string;
  readonly revision?: number;
  /** null: retracted. */
  readonly title: string | null;
}

export function paperId(number: number): ArxivId {
  const id = parseArxivReference(`2503.${String(number).padStart(5, '0')}`)?.id;
  if (!id) throw new Error(`${number} makes no arXiv identifier`);
  return id;
}

/** The event `paper.parsed` of an entry. */
export function parsed({ paper, path = 'a.md', revision = 1, title }: Entry): DiglotEvent<'paper.parsed'> {
  const arxivId = paperId(paper);
  const text = (en: string) => ({ en, zh: null });
  return stateFact('paper.parsed', {
    revision,
    time: new Date('2025-03-04T06:00:00Z'),
    data: {
      entry: { source: 'lab', path, arxivId, ordinal: 1 },
      retracted: title === null,
      digest: title === null ? null : { sha256: sha256(title), size: title.length, date: null },
      line: title === null ? null : 1,
      paper:
        title === null
          ? null
          : {
              version: null,
              title: text(title),
              authors: ['A. Author'],
              link: `https://arxiv.org/abs/${arxivId}`,
              abstract: text('…'),
            },
    },
  });
}

export function parsedAnnouncement(entry: Entry): Announcement {
  return announce(parsed(entry));
}

/** The record `paper.state` of the test service: its text stands in the title. */
export function stateRecord(arxivId: string, revision: number, text: string): ReturnType<typeof encodeEvent> {
  const field = (en: string) => ({
    en,
    zh: null,
    verdict: null,
    score: null,
    issues: [],
    status: 'pending' as const,
    origin: null,
    provenance: null,
  });
  const data = {
    arxivId: arxivId as ArxivId,
    version: null,
    title: field(text),
    abstract: field('…'),
    authors: [],
    link: '',
    firstDate: null,
    newestDate: null,
    occurrences: 1,
    sources: [],
    categories: [],
    topics: [],
    versions: [],
    marks: [],
  };
  return encodeEvent(stateFact('paper.state', { revision, data, time: new Date('2025-03-04T06:00:00Z') }));
}
