import type { Explained } from '../errors/error-entry.ts';
import type { CalendarDate } from '../identity/calendar-date.ts';

const table = <Kind extends string>(entries: Record<Kind, Explained>): Record<Kind, Explained> => entries;

/** Everything that can be noticed about a source as a whole, though every single file of it may be fine. */
export const NOTICE_TABLE = table({
  'days-missing': {
    meaning: 'No digest came for one or more days on which arXiv announced papers.',
    remedy: 'Look whether the maker of the digests ran; a day that comes later takes the notice back.',
    zh: {
      meaning: 'arXiv 有论文公布的一天或几天没有收到摘要文件。',
      remedy: '请查看摘要文件的制作程序是否运行过；之后补来的日子会撤销此提示。',
    },
  },
  'section-missing': {
    meaning: 'A category or topic that came every day has no digest for one or more days on which others came.',
    remedy: 'Look whether it was given up, or was left out of these days.',
    zh: {
      meaning: '每天都有的某个类别或主题，在其他类别有文件的一天或几天里没有摘要文件。',
      remedy: '请查看它是否已停止，或在这些日子被遗漏。',
    },
  },
  'papers-vanished': {
    meaning: 'The digests of a category or topic go on to come, but with no paper in them.',
    remedy: 'Look whether the maker of the digests still selects papers for it.',
    zh: {
      meaning: '某个类别或主题的摘要文件仍然到来，但其中没有论文。',
      remedy: '请查看摘要文件的制作程序是否仍为它选取论文。',
    },
  },
  'day-repeated': {
    meaning: 'A digest prints the very papers that the digest of an earlier day printed.',
    remedy: 'The maker of the digests probably read a stale feed; let it make the day again.',
    zh: {
      meaning: '某份摘要文件所印的论文与较早一天的完全相同。',
      remedy: '制作程序可能读取了过时的订阅源；请让它重新制作这一天。',
    },
  },
  'chinese-vanished': {
    meaning: 'Digests that had Chinese have hardly any.',
    remedy: 'Look whether the maker of the digests still translates.',
    zh: {
      meaning: '原本有中文的摘要文件几乎不再有中文。',
      remedy: '请查看摘要文件的制作程序是否仍在翻译。',
    },
  },
  'chinese-titles-vanished': {
    meaning: 'Digests whose titles had Chinese have hardly any there, though their abstracts still do.',
    remedy: 'Look whether the maker of the digests still translates titles, and writes them under the same label.',
    zh: {
      meaning: '原本有中文标题的摘要文件几乎不再有中文标题，而摘要仍有中文。',
      remedy: '请查看制作程序是否仍翻译标题，并写在同一标签之下。',
    },
  },
  'authors-vanished': {
    meaning: 'Digests that named authors name hardly any.',
    remedy: 'Look whether the maker of the digests has changed its template.',
    zh: {
      meaning: '原本写明作者的摘要文件几乎不再写明。',
      remedy: '请查看制作程序是否更改了模板。',
    },
  },
  'chinese-shortened': {
    meaning: 'Far more Chinese abstracts than before are only a title or a part.',
    remedy: 'Look at the model that translates; the texts are marked and can be made anew.',
    zh: {
      meaning: '只有标题或只有一部分的中文摘要远多于以往。',
      remedy: '请检查翻译所用的模型；这些文本已被标出，可以重新翻译。',
    },
  },
  'chinese-length-changed': {
    meaning: 'Chinese abstracts that are whole are on average much shorter or longer than before, by their English.',
    remedy: 'Look at the model that translates: it may cut texts off, sum them up or say more than they do.',
    zh: {
      meaning: '完整的中文摘要相对其英文，平均比以往短得多或长得多。',
      remedy: '请检查翻译所用的模型：它可能截断、概括或添加内容。',
    },
  },
  'chinese-garbled': {
    meaning: 'Far more Chinese abstracts than before hold stray characters, doubled signs or turns of a chat.',
    remedy: 'Look at the model that translates; the texts are marked and can be made anew.',
    zh: {
      meaning: '含有杂散字符、重复符号或聊天用语的中文摘要远多于以往。',
      remedy: '请检查翻译所用的模型；这些文本已被标出，可以重新翻译。',
    },
  },
  'index-differs': {
    meaning: 'An index table claims other numbers of papers than the digests hold that came.',
    remedy: 'Look whether digests are missing or cut off; if not, the index is made wrongly.',
    zh: {
      meaning: '索引表所称的论文数与收到的摘要文件不符。',
      remedy: '请查看摘要文件是否缺失或被截断；如果没有，则是索引制作有误。',
    },
  },
  'sidecar-differs': {
    meaning: 'A sidecar (papers.jsonl) does not hold the papers or the texts that the digest beside it prints.',
    remedy: 'Look whether one of the two was cut off, or made anew without the other.',
    zh: {
      meaning: '附带数据文件（papers.jsonl）与旁边的摘要文件所印的论文或文本不同。',
      remedy: '请查看两者之一是否被截断，或只有一方被重新制作。',
    },
  },
});

export type NoticeKind = keyof typeof NOTICE_TABLE;

export const NOTICE_KINDS = Object.keys(NOTICE_TABLE) as [NoticeKind, ...NoticeKind[]];

/** What tells one notice from another. */
export interface NoticeKey {
  readonly source: string;
  readonly kind: NoticeKind;
  /** The category, the topic or the path that it is about; empty: the source. */
  readonly about: string;
  /** The first day that it is about; null where it is not about days. */
  readonly since: CalendarDate | null;
}

/** The subject of `source.noticed`. Neither sources nor paths contain a line feed. */
export function noticeSubject({ source, kind, about, since }: NoticeKey): string {
  return [source, kind, about, since ?? ''].join('\n');
}
