import { Feed } from 'feed';
import type { PaperRow } from '../papers/paper.repository.ts';
import { clean, toFeedItem, type FeedLanguage } from './feed-item.ts';

export interface FeedFacts {
  /** Of the feed itself. */
  readonly address: string;
  readonly language: FeedLanguage;
  /** What is asked for, for the title; empty: everything. */
  readonly query: string;
  readonly papers: readonly PaperRow[];
}

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
    const { link, title: name, html, authors, tags, published, updatedAt } = toFeedItem(paper, facts.language, home);
    feed.addItem({
      title: name,
      id: link,
      link,
      content: html,
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
      const item = toFeedItem(paper, facts.language, home);
      const { link, title: name, text, html, authors, tags, published, updatedAt } = item;
      return {
        id: link,
        url: link,
        title: name,
        content_text: text,
        content_html: html,
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
