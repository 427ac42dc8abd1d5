import { catalogue, plural } from './catalogue.ts';

/** A number that a notice was concluded from, by its name, as the reader writes numbers. */
export type Figure = (name: string) => string;

const days = (figure: Figure): string => plural(figure('days'), 'day', 'days');

/** What a notice was concluded from, by its kind (docs/notices.md lists the figures of each). */
export const noticeFigureMessages = catalogue(
  {
    'days-missing': (figure: Figure) => `${days(figure)} of arXiv without a digest.`,
    silent: (figure: Figure) =>
      `Nothing comes any more, after ${plural(figure('daysBefore'), 'day', 'days')} with digests.`,
    'section-missing': (figure: Figure) => `${days(figure)} without it on which others came.`,
    'papers-vanished': (figure: Figure) => `${days(figure)} without a paper; ${figure('usualPapers')} a day are usual.`,
    'day-repeated': (figure: Figure) =>
      `${figure('repeated')} of ${plural(figure('sections'), 'section', 'sections')} repeated, with ${plural(figure('papers'), 'paper', 'papers')}.`,
    'chinese-vanished': (figure: Figure) =>
      `${days(figure)}: ${figure('share')} of ${figure('texts')} entries have a Chinese abstract; usual are ${figure('usualShare')}.`,
    'chinese-titles-vanished': (figure: Figure) =>
      `${days(figure)}: ${figure('share')} of ${figure('texts')} entries with Chinese have a Chinese title; usual are ${figure('usualShare')}.`,
    'authors-vanished': (figure: Figure) =>
      `${days(figure)}: ${figure('share')} of ${figure('texts')} entries name authors; usual are ${figure('usualShare')}.`,
    'chinese-shortened': (figure: Figure) =>
      `${days(figure)}: ${figure('share')} of ${figure('texts')} Chinese abstracts are only a title or a part; usual are ${figure('usualShare')}.`,
    'chinese-length-changed': (figure: Figure) =>
      `${days(figure)}, ${figure('texts')} abstracts: ${figure('ratio')} Chinese characters for an English word; usual are ${figure('usualRatio')}.`,
    'chinese-garbled': (figure: Figure) =>
      `${days(figure)}: ${figure('share')} of ${figure('texts')} Chinese abstracts are garbled; usual are ${figure('usualShare')}.`,
    'index-differs': (figure: Figure) =>
      `${figure('differing')} of ${plural(figure('rows'), 'row', 'rows')} differ, ${figure('absent')} of them without a digest: ${plural(figure('claimed'), 'paper', 'papers')} claimed there, ${figure('found')} came.`,
    'sidecar-differs': (figure: Figure) =>
      `${figure('records')} papers in the sidecar, ${figure('entries')} in the digest: ${figure('onlyInSidecar')} only in the sidecar, ${figure('onlyInDigest')} only in the digest, ${figure('texts')} with other texts.`,
    claimed: (place: string, claimed: string, came: string) => `${place}: ${claimed} claimed, ${came} came`,
    claimedNothing: (place: string, claimed: string) => `${place}: ${claimed} claimed, no digest came`,
    repeated: (section: string, day: string) => `${section === '' ? 'its digest' : section}: the papers of ${day}`,
    noTwin: (papers: string) => `no digest beside it, ${papers} papers in it`,
    notIn: (paper: string, which: 'digest' | 'sidecar') => `${paper}: not in the ${which}`,
    differs: (paper: string, fields: readonly string[]) => `${paper}: ${fields.join(', ')}`,
    fields: {
      title: 'title',
      'title-zh': 'Chinese title',
      abstract: 'abstract',
      'abstract-zh': 'Chinese abstract',
    },
  },
  {
    'days-missing': (figure) => `arXiv 有 ${figure('days')} 天没有摘要文件。`,
    silent: (figure) => `此前有 ${figure('daysBefore')} 天的摘要文件，之后不再有。`,
    'section-missing': (figure) => `其他类别有文件的日子里，缺少 ${figure('days')} 天。`,
    'papers-vanished': (figure) => `${figure('days')} 天没有论文；通常每天 ${figure('usualPapers')} 篇。`,
    'day-repeated': (figure) =>
      `${figure('sections')} 个部分中有 ${figure('repeated')} 个重复，共 ${figure('papers')} 篇论文。`,
    'chinese-vanished': (figure) =>
      `${figure('days')} 天：${figure('texts')} 个条目中 ${figure('share')} 有中文摘要；通常为 ${figure('usualShare')}。`,
    'chinese-titles-vanished': (figure) =>
      `${figure('days')} 天：${figure('texts')} 个有中文的条目中 ${figure('share')} 有中文标题；通常为 ${figure('usualShare')}。`,
    'authors-vanished': (figure) =>
      `${figure('days')} 天：${figure('texts')} 个条目中 ${figure('share')} 写明作者；通常为 ${figure('usualShare')}。`,
    'chinese-shortened': (figure) =>
      `${figure('days')} 天：${figure('texts')} 段中文摘要中 ${figure('share')} 只有标题或一部分；通常为 ${figure('usualShare')}。`,
    'chinese-length-changed': (figure) =>
      `${figure('days')} 天，${figure('texts')} 段摘要：每个英文词对应 ${figure('ratio')} 个汉字；通常为 ${figure('usualRatio')}。`,
    'chinese-garbled': (figure) =>
      `${figure('days')} 天：${figure('texts')} 段中文摘要中 ${figure('share')} 有乱码；通常为 ${figure('usualShare')}。`,
    'index-differs': (figure) =>
      `${figure('rows')} 行中有 ${figure('differing')} 行不符，其中 ${figure('absent')} 行没有摘要文件：这些行称有 ${figure('claimed')} 篇，实际收到 ${figure('found')} 篇。`,
    'sidecar-differs': (figure) =>
      `附带文件有 ${figure('records')} 篇论文，摘要文件有 ${figure('entries')} 篇：${figure('onlyInSidecar')} 篇只在附带文件中，${figure('onlyInDigest')} 篇只在摘要文件中，${figure('texts')} 篇文本不同。`,
    claimed: (place, claimed, came) => `${place}：称有 ${claimed} 篇，收到 ${came} 篇`,
    claimedNothing: (place, claimed) => `${place}：称有 ${claimed} 篇，没有收到摘要文件`,
    repeated: (section, day) => `${section === '' ? '其摘要文件' : section}：与 ${day} 的论文相同`,
    noTwin: (papers) => `旁边没有摘要文件，其中有 ${papers} 篇论文`,
    notIn: (paper, which) => `${paper}：不在${which === 'digest' ? '摘要文件' : '附带文件'}中`,
    differs: (paper, fields) => `${paper}：${fields.join('、')}不同`,
    fields: {
      title: '英文标题',
      'title-zh': '中文标题',
      abstract: '英文摘要',
      'abstract-zh': '中文摘要',
    },
  },
);

export type NoticeWords = (typeof noticeFigureMessages)['en'];
