import { catalogue, plural } from './catalogue.ts';

/** Names of what can be noticed about a source, by their kinds. */
export const noticeMessages = catalogue(
  {
    'days-missing': 'Days are missing',
    'section-missing': 'A category or topic is missing',
    'papers-vanished': 'Digests hold no papers any more',
    'day-repeated': 'A day repeats an earlier one',
    'chinese-vanished': 'The Chinese has gone',
    'chinese-titles-vanished': 'The Chinese titles have gone',
    'authors-vanished': 'The authors have gone',
    'chinese-shortened': 'The Chinese has become short',
    'chinese-length-changed': 'The Chinese has another length',
    'chinese-garbled': 'The Chinese has become garbled',
    'index-differs': 'The index says otherwise',
    'sidecar-differs': 'A sidecar says otherwise',
  },
  {
    'days-missing': '缺少若干天',
    'section-missing': '缺少类别或主题',
    'papers-vanished': '摘要文件中不再有论文',
    'day-repeated': '某天重复了之前的内容',
    'chinese-vanished': '中文消失了',
    'chinese-titles-vanished': '中文标题消失了',
    'authors-vanished': '作者消失了',
    'chinese-shortened': '中文变短了',
    'chinese-length-changed': '中文长度突变',
    'chinese-garbled': '中文出现乱码',
    'index-differs': '索引与内容不符',
    'sidecar-differs': '附带数据文件与摘要文件不符',
  },
);

/** What is said of some notices together, and since when one holds. */
export const noticeGroupMessages = catalogue(
  {
    since: (day: string) => `since ${day}`,
    silentSince: (day: string) => `Silent since ${day}`,
    moreNow: (count: string) => `${count} more that go on`,
    over: (count: string) => plural(count, 'earlier one, which is over', 'earlier ones, which are over'),
  },
  {
    since: (day) => `自 ${day} 起`,
    silentSince: (day) => `自 ${day} 起停更`,
    moreNow: (count) => `另有 ${count} 项仍在持续`,
    over: (count) => `此前 ${count} 项，已经结束`,
  },
);
