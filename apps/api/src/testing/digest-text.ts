/** A block of a digest, as digests print one. */
export function digestBlock(
  id: string,
  title: string,
  zh: string | null,
  abstract = 'An abstract of some words. It has two sentences.',
  abstractZh: string | null = '一篇由若干词语组成的摘要。它有两句话。',
): string {
  const chinese = (label: string, text: string | null): string => (text === null ? '' : `**${label}**: ${text} \n\n`);
  return (
    `# ${title} \n\n${chinese('Title (ZH)', zh)}**Authors**: Ada Lovelace, Grace Hopper  \n\n` +
    `**Link**: [PDF](https://arxiv.org/pdf/${id})  \n\n**Abstract**: ${abstract} \n\n` +
    `${chinese('Abstract (ZH)', abstractZh)}---\n`
  );
}
