import type { Status } from './api-types.ts';
import { element, Region, type Child } from './dom.ts';
import { language } from './language.ts';

/** Which stage's lag says how much is missing behind each of the four figures. */
const BEHIND = {
  digests: 'diglot.parser',
  entries: 'diglot.translator',
  papers: 'diglot.indexer',
  searchable: 'diglot.search',
} as const;
type Step = keyof typeof BEHIND;

const region = new Region('progress');

/** The way of a paper with its figures: what is there, and what is still on its way. */
export function showProgress(status: Status | null): void {
  const figures = status && {
    numbers: { digests: status.digests.seen, entries: status.entries, papers: status.papers, searchable: null },
    lags: Object.fromEntries(status.stages.map(({ consumer, lag, retrying }) => [consumer, lag + retrying])),
    inFlight: status.inFlight,
  };
  region.show([language.current, figures], () => {
    if (!figures) return [element('p', { class: 'state' }, language.texts.starting)];
    const steps = (Object.keys(BEHIND) as Step[]).map((step) =>
      stepView(step, figures.numbers[step], figures.lags[BEHIND[step]] ?? 0),
    );
    return [element('ol', { class: 'steps' }, ...steps), stateView(figures.inFlight)];
  });
}

function stepView(step: Step, number: number | null, behind: number): HTMLElement {
  const { texts } = language;
  const shown = number === null ? (behind === 0 ? texts.allOfThem : '…') : language.number(number);
  return element(
    'li',
    { class: behind === 0 ? 'step' : 'step busy' },
    element('span', { class: 'number' }, shown),
    element('span', { class: 'name' }, texts.steps[step]),
    element('span', { class: 'behind' }, behind === 0 ? '' : texts.waiting(language.number(behind))),
  );
}

function stateView(inFlight: number): Child {
  const { texts } = language;
  const done = inFlight === 0;
  const text = done ? texts.complete : texts.working(language.number(inFlight));
  return element('p', { class: done ? 'state done' : 'state busy', 'data-in-flight': String(inFlight) }, text);
}
