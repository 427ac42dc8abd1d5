import type { Genre, PaperSummary, PaperVerdict, Severity } from './api-types.ts';
import { element, type Child } from './dom.ts';
import { language } from './language.ts';
import { markedText } from './marked-text.ts';

const GENRES: readonly Genre[] = ['title', 'abstract'];
const AUTHORS_SHOWN = 4;
const SEVERITIES: readonly Severity[] = ['critical', 'major', 'minor'];

/** A paper in the list: its title in both languages, what was decided about it, and the place for its details. */
export function paperRow(paper: PaperSummary, open: (arxivId: string) => void): HTMLElement {
  const { arxivId, title, matches } = paper;
  const english = markedText(title.en, { matches: matches?.title.en ?? [] });
  const link = element(
    'a',
    {
      href: `/?${new URLSearchParams({ paper: arxivId }).toString()}`,
      class: 'title',
      lang: 'en',
      'aria-expanded': 'false',
      'aria-controls': detailId(arxivId),
      click: (event) => {
        const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
        if (ctrlKey || metaKey || shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        open(arxivId);
      },
    },
    ...english,
  );
  const openUnlessReading = (event: Event): void => {
    // Whoever marks text to copy it, or follows a link, does not mean to open.
    const target = event.target as Element;
    if (target.closest('a, button, .detail') || (getSelection()?.toString() ?? '') !== '') return;
    open(arxivId);
  };
  return element(
    'li',
    { class: 'paper', 'data-paper': arxivId, click: openUnlessReading },
    element(
      'div',
      { class: 'pair' },
      element('h2', { class: 'side' }, link),
      title.zh === null
        ? element('p', { class: 'side missing' }, language.texts.noChinese)
        : element(
            'p',
            { class: 'side title', lang: 'zh-Hans' },
            ...markedText(title.zh, { matches: matches?.title.zh ?? [] }),
          ),
    ),
    metaLine(paper),
    element('div', { class: 'detail', id: detailId(arxivId), hidden: true }),
  );
}

export function detailId(arxivId: string): string {
  return `detail-${arxivId}`;
}

function metaLine({ arxivId, newestDate, authors, verdict, issueCounts }: PaperSummary): HTMLElement {
  const { texts } = language;
  const more = authors.length - AUTHORS_SHOWN;
  const shown = authors.slice(0, AUTHORS_SHOWN).join(', ');
  const names = more > 0 ? `${shown} ${texts.moreAuthors(language.number(more))}` : shown;
  const date =
    newestDate === null ? element('span', {}, texts.noDate) : element('time', { datetime: newestDate }, newestDate);
  return element(
    'p',
    { class: 'meta' },
    ...verdictBadges(verdict),
    ...SEVERITIES.map((severity): Child => {
      const count = issueCounts[severity];
      return count === 0
        ? null
        : element('span', { class: `issues ${severity}` }, `${count} ${texts.severities[severity]}`);
    }),
    element('span', { class: 'id' }, arxivId),
    date,
    element('span', { class: 'authors' }, names),
  );
}

/** What was decided, in words and in colour; once where there is nothing to judge at all. */
function verdictBadges({ title, abstract }: PaperSummary['verdict']): HTMLElement[] {
  const { texts } = language;
  if (title === null && abstract === null) return [badge('unverified', texts.verdicts.unverified)];
  return GENRES.map((genre) => {
    const verdict = (genre === 'title' ? title : abstract) ?? 'unverified';
    return badge(verdict, `${texts[genre]}${texts.colon}${texts.verdicts[verdict]}`);
  });
}

function badge(verdict: PaperVerdict, text: string): HTMLElement {
  return element('span', { class: `badge ${verdict}`, title: language.texts.verdictMeanings[verdict] }, text);
}
