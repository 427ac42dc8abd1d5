import { errorFamily } from '../error-entry.ts';

/** Blocks of a digest: reported with line and column while the good blocks go on. */
export const blockErrors = errorFamily({
  DIGLOT_BLOCK_NO_TITLE: {
    class: 'Invalid',
    meaning: 'A block has no title line (`# …`).',
    remedy: 'Give the block a title, or remove it.',
    zh: {
      meaning: '块没有标题行（`# …`）。',
      remedy: '给该块加上标题，或删除它。',
    },
  },
  DIGLOT_BLOCK_NO_LINK: {
    class: 'Invalid',
    meaning: 'A block has no link, so it names no paper.',
    remedy: 'Add `**Link**: [PDF](https://arxiv.org/pdf/…)`.',
    zh: {
      meaning: '块没有链接，因此没有指明任何论文。',
      remedy: '请添加 `**Link**: [PDF](https://arxiv.org/pdf/…)`。',
    },
  },
  DIGLOT_BLOCK_BAD_LINK: {
    class: 'Invalid',
    meaning: 'The link of a block holds no arXiv identifier.',
    remedy: 'Correct the link.',
    zh: {
      meaning: '块的链接中没有 arXiv 编号。',
      remedy: '请更正链接。',
    },
  },
  DIGLOT_BLOCK_NO_ABSTRACT: {
    class: 'Invalid',
    meaning: 'A block has no abstract.',
    remedy: 'Add `**Abstract**: …`.',
    zh: {
      meaning: '块没有摘要。',
      remedy: '请添加 `**Abstract**: …`。',
    },
  },
  DIGLOT_BLOCK_DUPLICATE_FIELD: {
    class: 'Invalid',
    meaning: 'A block has the same field twice; the first one counts.',
    remedy: 'Remove one of them.',
    zh: {
      meaning: '块中同一字段出现两次；以第一个为准。',
      remedy: '请删除其中一个。',
    },
  },
  DIGLOT_BLOCK_TOO_LARGE: {
    class: 'Invalid',
    meaning: 'A block has more than 131,072 characters, seven times as many as any real one, and gives no entry.',
    remedy: 'Look whether the lines `# …` and `---` between its papers were lost, or cut the text.',
    zh: {
      meaning: '块超过 131,072 个字符，是实际最大块的七倍，因此不产生条目。',
      remedy: '请查看论文之间的 `# …` 行和 `---` 行是否丢失，或缩短文本。',
    },
  },
  DIGLOT_BLOCK_NO_AUTHORS: {
    class: 'Invalid',
    meaning: 'A block names no authors; its entry stands.',
    remedy: 'Add `**Authors**: …`.',
    zh: {
      meaning: '块没有写明作者；其条目仍然有效。',
      remedy: '请添加 `**Authors**: …`。',
    },
  },
  DIGLOT_BLOCK_NO_SEPARATOR: {
    class: 'Invalid',
    meaning:
      'The `---` line before a block, or after the last one, is missing; a file without the last may be cut off.',
    remedy: 'Add the line, or write the file again.',
    zh: {
      meaning: '块之前或最后一个块之后缺少 `---` 行；缺少最后一行的文件可能被截断。',
      remedy: '请补上该行，或重新写入文件。',
    },
  },
  DIGLOT_BLOCK_STRAY_TEXT: {
    class: 'Invalid',
    meaning: 'Text stands outside of any block or field.',
    remedy: 'Move it into a field or remove it.',
    zh: {
      meaning: '有文本不属于任何块或字段。',
      remedy: '请将其移入某个字段，或删除它。',
    },
  },
  DIGLOT_BLOCK_BAD_RECORD: {
    class: 'Invalid',
    meaning: 'A line of a sidecar is no record, or its `arxiv_id` is no identifier.',
    remedy: 'Write the sidecar again; the digest beside it is what counts.',
    zh: {
      meaning: '附带数据文件中有一行不是记录，或其 `arxiv_id` 不是 arXiv 编号。',
      remedy: '请重新写入附带数据文件；以旁边的摘要文件为准。',
    },
  },
  DIGLOT_BLOCK_CONTROL_CHARACTER: {
    class: 'Invalid',
    meaning:
      'A field holds a control character or U+FFFD. It is kept, but U+0000, which Postgres cannot hold, is shown as U+FFFD.',
    remedy: 'Correct the text where it is made.',
    zh: {
      meaning: '字段含有控制字符或 U+FFFD。字符会保留，但 Postgres 无法存储的 U+0000 显示为 U+FFFD。',
      remedy: '请在生成文本之处更正。',
    },
  },
  DIGLOT_BLOCK_INVISIBLE_CHARACTER: {
    class: 'Invalid',
    meaning:
      'A field holds a no-break space, a soft hyphen, a zero-width or bidirectional character or a foreign line separator. It is kept.',
    remedy: 'Remove it where the text is made.',
    zh: {
      meaning: '字段含有不换行空格、软连字符、零宽字符、双向控制字符或其他行分隔符。字符会保留。',
      remedy: '请在生成文本之处去除。',
    },
  },
});
