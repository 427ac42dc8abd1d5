import { arxivLink, type FieldState } from '@diglot/domain';
import type { FeedQuery } from '../contract/streaming.routes.ts';
import { escapeHtml } from '../http/escape-html.ts';
import type { PaperRow } from '../papers/paper.repository.ts';

export type FeedLanguage = FeedQuery['lang'];

/** A paper as an item of a feed, the same for every format; all texts are such as XML can hold. */
export interface FeedItem {
  /** To arXiv. */
  readonly link: string;
  readonly title: string;
  readonly text: string;
  /** The same, with a link to the paper on our own page. */
  readonly html: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly published: Date | null;
  readonly updatedAt: Date;
}

/** Only a Chinese feed says so: in an English one nothing of the translation is shown. */
const REJECTED = {
  title: '（中文标题未通过核对）',
  abstract: '（中文摘要未通过核对，以下为英文原文。）',
} as const;
const READ_HERE = { en: 'Read in both languages', zh: '双语对照阅读' } as const;

/** What XML 1.0 cannot hold, not even escaped: control characters, lone surrogates and what is no character. */
const NOT_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** @param home address of our own page, whose host was checked */
export function toFeedItem({ arxivId, state, updatedAt }: PaperRow, language: FeedLanguage, home: string): FeedItem {
  const title = shownText(state.title, language);
  const abstract = shownText(state.abstract, language);
  const notes = abstract.isRejected ? [REJECTED.abstract] : [];
  const paragraphs = [...notes, clean(abstract.text)];
  const reader = new URL(`/read/${arxivId}`, home).href;
  const link = `<a href="${escapeHtml(reader)}">${READ_HERE[language]}</a>`;
  return {
    link: arxivLink(arxivId),
    title: clean(title.text) + (title.isRejected ? REJECTED.title : ''),
    text: paragraphs.join('\n\n'),
    html: [...paragraphs.map(escapeHtml), link].map((paragraph) => `<p>${paragraph}</p>`).join(''),
    authors: state.authors.map(clean),
    tags: [
      ...[...(state.categories ?? []), ...(state.topics ?? [])].map(clean),
      `title-verdict:${state.title.verdict ?? 'unverified'}`,
      `abstract-verdict:${state.abstract.verdict ?? 'unverified'}`,
    ],
    published: state.newestDate === null ? null : new Date(`${state.newestDate}T00:00:00Z`),
    updatedAt,
  };
}

/**
 * The Chinese of a state is the best that is known. Where even that does not stand for the English (a model's chatter, only a
 * title), a feed, which has no marks beside its texts, gives the English.
 */
function shownText({ en, zh, verdict }: FieldState, language: FeedLanguage) {
  const isRejected = language === 'zh' && zh !== null && verdict === 'retranslate';
  return { text: language === 'en' || zh === null || isRejected ? en : zh, isRejected };
}

export function clean(text: string): string {
  return text.replace(NOT_XML, '\uFFFD');
}
