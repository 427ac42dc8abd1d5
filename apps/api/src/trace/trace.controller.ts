import { Controller, Inject, Param, Query } from '@nestjs/common';
import { TOPICS } from '@diglot/contracts';
import { DiglotError, isEventId, isSha256, parseArxivReference } from '@diglot/domain';
import { API_SETTINGS, type ApiSettings } from '../api.settings.ts';
import { SHOWN_PAYLOAD } from '../contract/retries.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import type { Trace, TraceQuery } from '../contract/trace.schema.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { WebhookRepository } from '../webhooks/webhook.repository.ts';
import { presentTrace, type TraceFacts } from './present-trace.ts';
import { candidatesOf, type TraceCandidate } from './trace-candidates.ts';
import { TraceRepository, type AnnouncedRow, type HeldState } from './trace.repository.ts';

/** Events of one trace at most; with payloads fewer, for one may have many kilobytes. */
const EVENTS = 600;
const EVENTS_WITH_PAYLOAD = 100;

type Found = Pick<TraceFacts, 'kind' | 'of' | 'isWhole' | 'candidates'> & { readonly others: readonly string[] };

@Controller()
export class TraceController {
  readonly #trace: TraceRepository;
  readonly #webhooks: WebhookRepository;
  readonly #readers: ApiSettings['readers'];

  constructor(trace: TraceRepository, webhooks: WebhookRepository, @Inject(API_SETTINGS) { readers }: ApiSettings) {
    this.#trace = trace;
    this.#webhooks = webhooks;
    this.#readers = readers;
  }

  @Route(ROUTES.trace)
  async get(@Param('*') of: string, @Query(new Validated(ROUTES.trace.query)) { payload }: TraceQuery): Promise<Trace> {
    const { others, ...found } = await this.#find(of, payload ? EVENTS_WITH_PAYLOAD : EVENTS);
    const eventIds = [...found.candidates.map(({ eventId }) => eventId), ...others];
    const webhooks = await this.#webhooks.list();
    const consumers = [...new Set([...this.#readers, ...webhooks].map(({ consumer }) => consumer))];
    const announced = await this.#trace.announced(eventIds, payload ? SHOWN_PAYLOAD : 0);
    const receipts = await this.#trace.receipts(eventIds, consumers);
    if (announced.length + receipts.length === 0) throw unknown(of);
    const states = payload ? await this.#heldStates(announced) : [];
    return presentTrace({ ...found, announced, receipts, states, readers: this.#readers, webhooks });
  }

  /** Announcements of states are pointers (docs/protocol.md, 4): what they point to stands with the papers. */
  async #heldStates(announced: readonly AnnouncedRow[]): Promise<HeldState[]> {
    const papers = announced.filter(({ topic }) => topic === TOPICS.paperState).map(({ key }) => key);
    return this.#trace.heldStates([...new Set(papers)], SHOWN_PAYLOAD);
  }

  async #find(of: string, limit: number): Promise<Found> {
    const text = of.trim().toLowerCase();
    if (isEventId(text)) return { kind: 'event', of: text, isWhole: true, candidates: [], others: [text] };
    if (isSha256(text)) {
      const subjects = await this.#trace.subjectsOfDigest(text);
      return { kind: 'digest', of: text, ...candidatesOf(subjects, limit), others: [] };
    }
    const arxivId = parseArxivReference(of)?.id;
    if (arxivId === undefined) throw unknown(of);
    const { candidates, isWhole } = candidatesOf(await this.#trace.subjectsOfPaper(arxivId), limit);
    const others = without(await this.#trace.openEvents(arxivId, limit), candidates);
    return { kind: 'paper', of: arxivId, isWhole, candidates, others };
  }
}

function without(eventIds: readonly string[], candidates: readonly TraceCandidate[]): string[] {
  const known = new Set(candidates.map(({ eventId }) => eventId));
  return eventIds.filter((eventId) => !known.has(eventId));
}

function unknown(of: string): DiglotError {
  return new DiglotError('DIGLOT_NOT_FOUND', `nothing is known of ${JSON.stringify(of)}`);
}
