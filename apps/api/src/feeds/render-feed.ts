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

/** Papers as a feed; `rss2()` and `json1()` render it. */
export function makeFeed({ address, language, query, papers }: FeedFacts): Feed {
  const about = language === 'zh' ? '双语论文摘要' : 'Bilingual paper digests';
  const newest = papers.reduce((most, { updatedAt }) => Math.max(most, updatedAt.getTime()), 0);
  const feed = new Feed({
    title: clean(query === '' ? `Diglot: ${about}` : `Diglot: ${query}`),
    description: about,
    id: address,
    link: new URL('/', address).href,
    language: language === 'zh' ? 'zh-CN' : 'en',
    updated: new Date(newest),
    copyright: '',
    feedLinks: { [address.includes('feed.json') ? 'json' : 'rss']: address },
    generator: 'Diglot',
  });
  for (const paper of papers) feed.addItem(toItem(paper, language));
  return feed;
}

function toItem({ arxivId, state, updatedAt }: PaperRow, language: FeedLanguage): Parameters<Feed['addItem']>[0] {
  const pick = ({ en, zh }: { readonly en: string; readonly zh: string | null }): string =>
    clean(language === 'zh' ? (zh ?? en) : en);
  const link = arxivLink(arxivId);
  return {
    title: pick(state.title),
    id: link,
    link,
    description: escapeHtml(pick(state.abstract)),
    date: updatedAt,
    ...(state.newestDate === null ? {} : { published: new Date(`${state.newestDate}T00:00:00Z`) }),
    author: state.authors.map((name) => ({ name: clean(name) })),
    category: [...(state.categories ?? []), ...(state.topics ?? [])].map((name) => ({ name: clean(name) })),
  };
}

function clean(text: string): string {
  return text.replace(NOT_XML, '\uFFFD');
}

/** Readers of feeds take descriptions for HTML: our texts are none. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
