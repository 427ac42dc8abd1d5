import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PaperText } from '@diglot/domain';
import { renderDigest } from '@diglot/formats';
import { placeFile } from '@diglot/testing';

/** Text that wants to be more than text. */
export const HOSTILE = {
  id: '2511.09999',
  title: '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> \u202Eright to left',
  word: 'W'.repeat(10_000),
  author: '<script>window.hacked=1</script>',
  latex: '$\\frac{1}{ "</textarea>"><svg onload="window.hacked=1">$',
  ink: '$\\rule{9999em}{9999em}$',
  link: '$\\href{javascript:alert(1)}{x}$',
} as const;

const paper = (id: string, text: Partial<PaperText> = {}): PaperText => ({
  version: null,
  title: { en: `Ordinary paper ${id}`, zh: `普通论文 ${id}` },
  authors: ['Ada Author', 'Bo Writer'],
  link: `https://arxiv.org/pdf/${id}`,
  abstract: {
    en: 'We study how small teams keep large pipelines honest. Our method checks 12 systems and finds 3 faults in each.',
    zh: '我们研究小团队如何让大型流水线保持诚实。我们的方法检查了12个系统，并在每个系统中发现了3个故障。',
  },
  ...text,
});

const FORMULA: Partial<PaperText> = {
  title: { en: 'Robots that plan in $O(n \\log n)$ steps', zh: '以 $O(n \\log n)$ 步进行规划的机器人' },
  abstract: {
    en: 'We let robots plan. A plan of $n$ steps needs $O(n \\log n)$ time on 40 \\emph{machines}. It costs $5 to $10 an hour.',
    zh: '我们让机器人进行规划。一个 $n$ 步的计划在 50 台机器上需要 $O(n \\log n)$ 的时间。每小时花费5至10美元。',
  },
};

const WRONG: Partial<PaperText> = {
  title: { en: 'Retrieval augmented generation for libraries', zh: '面向图书馆的检索增强生成' },
  abstract: {
    en: 'We study retrieval for libraries at length. Readers of 14 libraries asked 3,000 questions. Answers with sources were preferred.',
    zh: '面向图书馆的检索增强生成',
  },
};

const ATTACK: Partial<PaperText> = {
  title: { en: HOSTILE.title, zh: `<b>粗体</b> ${'很'.repeat(300)}` },
  authors: [HOSTILE.author],
  abstract: {
    en: `${HOSTILE.latex} ${HOSTILE.word}`,
    zh: `😀 {{7*7}} javascript:alert(1) ${HOSTILE.ink} ${HOSTILE.link} $x$`,
  },
};

/** More authors than anybody reads, more sentences than a low window shows, and a title that says another number. */
export const LONG = {
  id: '2511.00003',
  authors: Array.from({ length: 120 }, (_, index) => `Ann Author${index}`),
} as const;

const LONG_TEXT: Partial<PaperText> = {
  title: { en: 'A survey of 12 robots and their keepers', zh: '对13个机器人及其管理者的调查' },
  authors: [...LONG.authors],
  abstract: {
    en: Array.from({ length: 12 }, (_, index) => `The keeper of robot ${index + 1} reads every letter.`).join(' '),
    zh: Array.from({ length: 12 }, (_, index) => `第${index + 1}个机器人的管理者阅读每一封信。`).join(''),
  },
};

/** Digests that hold what the page has to show: good texts, wrong ones, formulas, hostile ones, and files that are broken. */
export async function writePageDigests(folder: string): Promise<void> {
  const many = Array.from({ length: 60 }, (_, index) => paper(`2511.${String(20_001 + index)}`));
  await write(folder, '3-Nov-2025/AI/README.md', renderDigest([...many, paper(LONG.id, LONG_TEXT)]));
  await write(
    folder,
    '4-Nov-2025/AI/README.md',
    renderDigest([paper('2511.00001', WRONG), paper('2511.00002', FORMULA), paper(HOSTILE.id, ATTACK)]),
  );
  const second = {
    ...WRONG,
    abstract: {
      en: WRONG.abstract?.en ?? '',
      zh: '我们详细研究图书馆的检索。14家图书馆的读者提出了3000个问题。读者更喜欢带有来源的答案。',
    },
  };
  await write(folder, '5-Nov-2025/AI/README.md', renderDigest([paper('2511.00001', second), paper('hep-th/9901001')]));
  // 0xFF is in no UTF-8 text: the digest cannot be read at all, and its event is a dead letter.
  await write(folder, '5-Nov-2025/RO/README.md', Buffer.from([0x23, 0x20, 0xff, 0xfe, 0xff]));
}

/** One paper more, of a later day. */
export async function writeLateDigest(folder: string): Promise<void> {
  await write(
    folder,
    '6-Nov-2025/AI/README.md',
    renderDigest([paper('2511.30001', { title: { en: 'Just in', zh: '刚刚到达' } })]),
  );
}

/** One ordinary paper more, of the day after. */
export async function writeAnotherDigest(folder: string, arxivId: string): Promise<void> {
  await write(folder, `7-Nov-2025/AI/${arxivId}.md`, renderDigest([paper(arxivId)]));
}

/** Where the digest lies whose second block names no paper. */
export const WITHOUT_LINK = '8-Nov-2025/AI/README.md';

/** A digest in which the parser finds something: where a link should be there is other text. */
export async function writeDigestWithoutLink(folder: string): Promise<void> {
  const [sound, broken] = ['2511.50001', '2511.50002'];
  const text = renderDigest([paper(sound), paper(broken)]);
  await write(folder, WITHOUT_LINK, text.replaceAll(`https://arxiv.org/pdf/${broken}`, 'nowhere'));
}

async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await placeFile(join(folder, path), content);
}
