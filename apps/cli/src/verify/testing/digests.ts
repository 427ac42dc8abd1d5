/** A block of a digest of our own; its abstract loses a power of ten. */
export function digestOf({
  id = '2511.00001',
  before = '',
  between = '',
  title = 'Counting Birds from the Roof',
  zh = '我们用鸟鸣训练了一个7亿参数的模型，并在30个夜晚中每晚数出120只鸟。',
}: Partial<Record<'id' | 'before' | 'between' | 'title' | 'zh', string>>): string {
  return (
    `${before}# ${title} \n\n**Title (ZH)**: 从屋顶上数鸟 \n\n**Authors**: A. Author  \n\n` +
    `**Link**: [PDF](https://arxiv.org/pdf/${id})  \n\n` +
    '**Abstract**: We train a model with 7B parameters on bird calls and count 120 birds in each of 30 nights. \n\n' +
    `${between}**Abstract (ZH)**: ${zh} \n\n---\n`
  );
}
