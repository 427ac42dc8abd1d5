import type { Genre, Occurrence, Paper, PaperIssue, PaperVerdict } from './api-types.ts';
import { element, type Child } from './dom.ts';
import { language } from './language.ts';
import { markedText } from './marked-text.ts';
import { CHINESE, ENGLISH, type Texts } from './texts.ts';

const GENRES: readonly Genre[] = ['title', 'abstract'];
const ARXIV = 'https://arxiv.org/abs/';

/** All about one paper: its issues explained in both languages, both abstracts beside each other, where it is printed. */
export function paperDetail(paper: Paper): Child[] {
  return [issueList(paper), abstracts(paper), foot(paper)];
}

function abstracts(paper: Paper): HTMLElement {
  const { abstract, issues, matches } = paper;
  const found = issues.filter(({ field }) => field === 'abstract');
  const source = found.map(({ severity, source: spans }) => ({ severity, spans }));
  const target = found.map(({ severity, target: spans }) => ({ severity, spans }));
  const english = markedText(abstract.en, { matches: matches?.abstract.en ?? [], issues: source });
  const chinese =
    abstract.zh === null ? null : markedText(abstract.zh, { matches: matches?.abstract.zh ?? [], issues: target });
  return element(
    'div',
    { class: 'pair' },
    element('div', { class: 'side text', lang: 'en' }, ...english),
    chinese
      ? element('div', { class: 'side text', lang: 'zh-Hans' }, ...chinese)
      : element('p', { class: 'side missing' }, language.texts.noChinese),
  );
}

function issueList({ issues, verdict, title }: Paper): HTMLElement {
  const { texts } = language;
  const rows = GENRES.flatMap((genre) => [
    verdictRow(genre, verdict[genre] ?? 'unverified'),
    ...issues.filter(({ field }) => field === genre).map((issue) => issueRow(issue, title)),
  ]);
  return element('section', { class: 'findings' }, element('h3', {}, texts.findings), ...rows);
}

/** What the verdict means, for both kinds of reader. */
function verdictRow(genre: Genre, verdict: PaperVerdict): HTMLElement {
  const say = (texts: Texts, stop: string): string =>
    `${texts[genre]}${texts.colon}${texts.verdicts[verdict]}${stop}${texts.verdictMeanings[verdict]}`;
  return bilingualRow(`verdict ${verdict}`, say(ENGLISH, '. '), say(CHINESE, '。'));
}

function issueRow({ severity, code, message, field, target }: PaperIssue, title: Paper['title']): HTMLElement {
  const row = bilingualRow(`issue ${severity}`, message.en, message.zh);
  row.prepend(
    element('span', { class: `issues ${severity}` }, language.texts.severities[severity]),
    element('code', {}, code),
  );
  const printed = field === 'title' && title.zh !== null && target.length > 0;
  if (printed && title.zh !== null) {
    row.append(
      element(
        'p',
        { class: 'quote', lang: 'zh-Hans' },
        ...markedText(title.zh, { issues: [{ severity, spans: target }] }),
      ),
    );
  }
  return row;
}

function bilingualRow(name: string, english: string, chinese: string): HTMLElement {
  return element(
    'div',
    { class: `finding ${name}` },
    element(
      'div',
      { class: 'pair' },
      element('p', { class: 'side', lang: 'en' }, english),
      element('p', { class: 'side', lang: 'zh-Hans' }, chinese),
    ),
  );
}

function foot({ url, arxivId, occurrences, authors }: Paper): HTMLElement {
  const { texts } = language;
  // The link a digest prints may be anything; this one is made of the identifier.
  const link = url.startsWith(ARXIV)
    ? element('a', { href: url, rel: 'noreferrer', target: '_blank' }, texts.atArxiv)
    : null;
  return element(
    'footer',
    {},
    element('p', { class: 'authors' }, authors.join(', ')),
    element('p', {}, element('span', { class: 'id' }, arxivId), ' ', link),
    element('p', { class: 'printed' }, `${texts.printedIn}:`),
    element('ul', {}, ...occurrences.map(occurrenceView)),
  );
}

function occurrenceView({ source, path, line, date, sha256 }: Occurrence): HTMLElement {
  const { texts } = language;
  const place = `${source}/${path}${line === null ? '' : `, ${texts.atLine(line)}`}${date === null ? '' : ` · ${date}`}`;
  const bytes =
    sha256 === null ? null : element('a', { href: `/api/digests/${encodeURIComponent(sha256)}/bytes` }, texts.bytes);
  return element('li', {}, place, ' ', bytes);
}
