import { Feed } from 'feed';
import { arxivLink } from '@diglot/domain';
import type { FeedQuery } from '../contract/streaming.routes.ts';
import type { PaperRow } from '../papers/paper.repository.ts';

export type FeedLanguage = FeedQuery['lang'];

export interface FeedFacts {
  /** Of the feed itself. */
  readonly address: string;
  readonly language: FeedLanguage;
  /** What is asked for, for the title; empty: everything. */
  readonly query: string;
  readonly papers: readonly PaperRow[];
}

/** What XML 1.0 cannot hold, not even escaped: control characters, lone surrogates and what is no character. */
const NOT_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** RSS 2.0. Authors are one `dc:creator`, as in arXiv's own feeds: `author` is an address of electronic mail there. */
export function renderRss(facts: FeedFacts): string {
  const { title, about, home, language } = channelOf(facts);
  const newest = facts.papers.reduce((most, { updatedAt }) => Math.max(most, updatedAt.getTime()), 0);
  const feed = new Feed({
    title,
    description: about,
    id: facts.address,
    link: home,
    language,
    updated: new Date(newest),
    copyright: '',
    feedLinks: { rss: facts.address },
    generator: 'Diglot',
  });
  for (const paper of facts.papers) {
    const { link, title: name, text, authors, tags, published, updatedAt } = itemOf(paper, facts.language);
    feed.addItem({
      title: name,
      id: link,
      link,
      content: escapeHtml(text),
      date: updatedAt,
      ...(published === null ? {} : { published }),
      category: tags.map((tag) => ({ name: tag })),
      extensions: [{ name: 'dc:creator', objects: { _text: authors.join(', ') } }],
    });
  }
  return feed.rss2();
}

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function renderJsonFeed(facts: FeedFacts): string {
  const { title, about, home, language } = channelOf(facts);
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: about,
    home_page_url: home,
    feed_url: facts.address,
    language,
    items: facts.papers.map((paper) => {
      const { link, title: name, text, authors, tags, published, updatedAt } = itemOf(paper, facts.language);
      return {
        id: link,
        url: link,
        title: name,
        content_text: text,
        ...(published === null ? {} : { date_published: published.toISOString() }),
        date_modified: updatedAt.toISOString(),
        authors: authors.map((author) => ({ name: author })),
        tags,
      };
    }),
  });
}

function channelOf({ address, language, query }: FeedFacts) {
  const about = language === 'zh' ? '双语论文摘要' : 'Bilingual paper digests';
  return {
    title: clean(query === '' ? `Diglot: ${about}` : `Diglot: ${query}`),
    about,
    home: new URL('/', address).href,
    language: language === 'zh' ? 'zh-CN' : 'en',
  };
}

function itemOf({ arxivId, state, updatedAt }: PaperRow, language: FeedLanguage) {
  const pick = ({ en, zh }: { readonly en: string; readonly zh: string | null }): string =>
    clean(language === 'zh' ? (zh ?? en) : en);
  return {
    link: arxivLink(arxivId),
    title: pick(state.title),
    text: pick(state.abstract),
    authors: state.authors.map(clean),
    tags: [...(state.categories ?? []), ...(state.topics ?? [])].map(clean),
    published: state.newestDate === null ? null : new Date(`${state.newestDate}T00:00:00Z`),
    updatedAt,
  };
}

function clean(text: string): string {
  return text.replace(NOT_XML, '\uFFFD');
}

/** Readers of feeds take contents for HTML: our texts are none. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
