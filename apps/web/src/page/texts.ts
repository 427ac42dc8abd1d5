import type { PaperVerdict, Severity } from './api-types.ts';

/** All that the page itself says, in one language. */
export interface Texts {
  readonly colon: string;
  readonly tagline: string;
  readonly search: string;
  readonly searchHint: string;
  readonly clear: string;
  readonly otherLanguage: string;
  readonly switchLanguage: string;
  readonly steps: {
    readonly digests: string;
    readonly entries: string;
    readonly papers: string;
    readonly searchable: string;
  };
  readonly allOfThem: string;
  readonly waiting: (count: string) => string;
  readonly working: (count: string) => string;
  readonly complete: string;
  readonly starting: string;
  readonly disconnected: string;
  /** Before the reasons why something does not go on. */
  readonly waits: string;
  readonly all: string;
  readonly verdicts: Readonly<Record<PaperVerdict, string>>;
  readonly verdictMeanings: Readonly<Record<PaperVerdict, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly filterLabel: string;
  readonly title: string;
  readonly abstract: string;
  readonly noChinese: string;
  readonly loading: string;
  readonly more: string;
  readonly fresh: string;
  readonly found: (count: string, more: boolean) => string;
  readonly nothingYet: string;
  readonly nothingYetHint: string;
  readonly nothingFound: string;
  readonly nothingFoundHint: string;
  readonly failed: string;
  readonly again: string;
  readonly problems: (count: string) => string;
  readonly brokenBlocks: (count: string) => string;
  readonly deadLetters: (count: string) => string;
  readonly retrying: (count: string) => string;
  readonly atLine: (line: number) => string;
  readonly remedy: string;
  readonly andMore: (count: string) => string;
  readonly findings: string;
  readonly printedIn: string;
  readonly bytes: string;
  readonly atArxiv: string;
  readonly noDate: string;
  readonly moreAuthors: (count: string) => string;
  readonly keys: string;
}

export const ENGLISH: Texts = {
  colon: ': ',
  tagline: 'every paper in two languages, every translation checked',
  search: 'Search papers',
  searchHint: 'Words, “phrases”, 中文, authors or arXiv ids',
  clear: 'Clear',
  otherLanguage: '中文',
  switchLanguage: 'Show this page in Chinese',
  steps: { digests: 'Digests', entries: 'Entries', papers: 'Papers', searchable: 'Searchable' },
  allOfThem: 'all',
  waiting: (count) => `${count} to go`,
  working: (count) => `Working: ${count} events in flight`,
  complete: 'Complete',
  starting: 'Connecting …',
  waits: 'Diglot waits and will go on by itself:',
  disconnected: 'Diglot does not answer. What you see may be old; it is asked again every second.',
  all: 'All',
  verdicts: { accept: 'Accepted', flag: 'Flagged', retranslate: 'Retranslate', unverified: 'Not judged' },
  verdictMeanings: {
    accept: 'The Chinese says what the English says.',
    flag: 'Readable, but something in it should be looked at.',
    retranslate: 'This Chinese text does not stand for the English; it has to be translated again.',
    unverified: 'There is no Chinese text to judge.',
  },
  severities: { critical: 'critical', major: 'major', minor: 'minor', neutral: 'note' },
  filterLabel: 'Filter by verdict',
  title: 'Title',
  abstract: 'Abstract',
  noChinese: 'No Chinese text yet',
  loading: 'Loading …',
  more: 'Show more',
  fresh: 'New papers have arrived. Show them',
  found: (count, more) => `${count}${more ? ' or more' : ''} papers found`,
  nothingYet: 'No papers yet',
  nothingYetHint: 'As soon as a digest has been read, its papers appear here.',
  nothingFound: 'Nothing matches',
  nothingFoundHint: 'Every word must occur. Try fewer of them, or another verdict.',
  failed: 'This could not be loaded',
  again: 'Try again',
  problems: (count) => `Files that cannot be taken: ${count}`,
  brokenBlocks: (count) => `Blocks that gave no entry: ${count}`,
  deadLetters: (count) => `Events that cannot be processed: ${count}`,
  retrying: (count) => `${count} will be tried again`,
  atLine: (line) => `line ${line}`,
  remedy: 'What to do',
  andMore: (count) => `and ${count} more`,
  findings: 'What the check found',
  printedIn: 'Printed in',
  bytes: 'digest as found',
  atArxiv: 'at arXiv',
  noDate: 'no date',
  moreAuthors: (count) => `and ${count} more`,
  keys: '/ search · j k move · Enter open · Esc close',
};

export const CHINESE: Texts = {
  colon: '：',
  tagline: '每篇论文两种语言，每个译文都经过核对',
  search: '搜索论文',
  searchHint: '词语、“短语”、English、作者或 arXiv 编号',
  clear: '清除',
  otherLanguage: 'English',
  switchLanguage: '用英文显示本页',
  steps: { digests: '摘要文件', entries: '条目', papers: '论文', searchable: '可搜索' },
  allOfThem: '全部',
  waiting: (count) => `还剩 ${count}`,
  working: (count) => `处理中：${count} 个事件`,
  complete: '已全部完成',
  starting: '正在连接……',
  waits: 'Diglot 正在等待，随后会自行继续：',
  disconnected: 'Diglot 没有应答。所见内容可能已过时；每秒会重新询问一次。',
  all: '全部',
  verdicts: { accept: '通过', flag: '存疑', retranslate: '需重译', unverified: '未评判' },
  verdictMeanings: {
    accept: '中文表达了英文的意思。',
    flag: '可以阅读，但有些地方值得查看。',
    retranslate: '这段中文不能代表英文原文，需要重新翻译。',
    unverified: '没有可供评判的中文文本。',
  },
  severities: { critical: '严重', major: '重要', minor: '轻微', neutral: '提示' },
  filterLabel: '按结论筛选',
  title: '标题',
  abstract: '摘要',
  noChinese: '暂无中文',
  loading: '正在加载……',
  more: '显示更多',
  fresh: '有新的论文，点击显示',
  found: (count, more) => `找到 ${count} 篇${more ? '以上' : ''}论文`,
  nothingYet: '还没有论文',
  nothingYetHint: '读完第一个摘要文件后，论文就会出现在这里。',
  nothingFound: '没有匹配的论文',
  nothingFoundHint: '所有词语都必须出现。请减少词语，或换一个结论。',
  failed: '无法加载',
  again: '重试',
  problems: (count) => `无法读取的文件：${count}`,
  brokenBlocks: (count) => `没有产生条目的段落：${count}`,
  deadLetters: (count) => `无法处理的事件：${count}`,
  retrying: (count) => `${count} 个将会重试`,
  atLine: (line) => `第 ${line} 行`,
  remedy: '如何处理',
  andMore: (count) => `还有 ${count} 个`,
  findings: '核对结果',
  printedIn: '出处',
  bytes: '原始文件',
  atArxiv: '在 arXiv 上查看',
  noDate: '无日期',
  moreAuthors: (count) => `等另外 ${count} 人`,
  keys: '/ 搜索 · j k 移动 · Enter 打开 · Esc 关闭',
};
