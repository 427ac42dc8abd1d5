/** A block as digests print it, of so many paragraphs. */
function block(id: string, paragraphs: number, chinese: boolean): string {
  const en = Array.from(
    { length: paragraphs },
    (_, index) => `We grasp ${index + 40} objects, $x_${index}$ at a time.`,
  );
  const zh = Array.from({ length: paragraphs }, (_, index) => `我们抓取${index + 40}个物体，每次$x_${index}$。`);
  const [title, abstract] = chinese
    ? ['**Title (ZH)**: 黑暗中的抓取 \n\n', `**Abstract (ZH)**: ${zh.join('\n\n---\n\n')} \n\n`]
    : ['', ''];
  return (
    `# Grasping in the Dark ${id} \n\n${title}**Authors**: Ines Falkenrath (MIT, USA), Bo Adeyemi, Jr.  \n\n` +
    `**Link**: [PDF](https://arxiv.org/pdf/${id})  \n\n**Abstract**: ${en.join('\n- ')} \n\n${abstract}---\n`
  );
}

function summary(number: number, id: string): string {
  return (
    `### [${number}] [Counting [Bees]](https://arxiv.org/abs/${id})\n*Ruth Achterberg,Bo Li*\n\nMain category: cs.RO\n\n` +
    `TL;DR: 数蜜蜂。\n\n<details>\n  <summary>Details</summary>\nMotivation: 无。\n\nAbstract: We prove that $k = 3$\ncameras suffice.\n\n</details>\n\n\n`
  );
}

const TABLE_ROW = '| AI | [Link](https://example.org/4-Nov-2025/AI) | 7 |\n';

/** What is mutated: every format that is read, in our own writing. */
export const SEEDS: readonly string[] = [
  block('2511.00001', 1, true) + block('2511.00002v3', 3, true) + block('hep-th/9901001', 1, false),
  block('2511.00003', 2, false) + block('2511.00003', 1, false) + block('0704.0001', 1, true),
  (block('2511.00004', 1, true) + block('2511.00005', 2, true)).replaceAll('\n', '\r\n'),
  block('2511.00006', 1, true),
  `# 4-Nov-2025\n\n| Subject | Link | Number of Papers |\n|:-:|:-:|:-:|\n${TABLE_ROW.repeat(3)}`,
  `{'arxiv_id': 'arXiv:2511.00007', 'title': 'It\\'s "one"', 'authors': 'A, B', 'link': 'https://arxiv.org/abs/2511.00007', ` +
    `'abstract': 'a\\nb', 'abstract_zh': '甲\\u4e59'}\n{"arxiv_id": "arXiv:2511.00008", "title": "Two"}\n`,
  summary(1, 'hep-th/9901001') + summary(2, '2511.00009v2'),
  '\n \n',
];
