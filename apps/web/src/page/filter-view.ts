import type { PaperVerdict, Status } from './api-types.ts';
import { element, Region } from './dom.ts';
import { language } from './language.ts';

const region = new Region('filter');

const CHOICES: readonly (PaperVerdict | '')[] = ['', 'accept', 'flag', 'retranslate', 'unverified'];

/** The verdicts to choose from, each with how many papers have it. */
export function showFilter(status: Status | null, chosen: string, choose: (verdict: string) => void): void {
  region.show([language.current, status?.verdicts, status?.papers, chosen], () =>
    CHOICES.map((choice) => {
      const { texts } = language;
      const count = choice === '' ? status?.papers : status?.verdicts[choice];
      const attributes = {
        type: 'button',
        class: choice === '' ? 'chip' : `chip ${choice}`,
        'aria-pressed': String(choice === chosen),
        title: choice === '' ? null : texts.verdictMeanings[choice],
        click: () => choose(choice),
      };
      const number = element('span', { class: 'count' }, count === undefined ? '' : language.number(count));
      return element('button', attributes, choice === '' ? texts.all : texts.verdicts[choice], number);
    }),
  );
}
