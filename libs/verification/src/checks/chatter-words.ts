/** A word a model uses when it speaks about its task, how telling it is, and source stems that make it innocent. */
export interface MetaWord {
  readonly text: string;
  /** Nats of evidence. */
  readonly weight: number;
  readonly innocentStems: readonly string[];
}

const word = (text: string, weight: number, innocent = ''): MetaWord => ({
  text,
  weight,
  innocentStems: innocent === '' ? [] : innocent.split(' '),
});

/**
 * What translators' assistants say about their own work: the task, the parties, courtesy, and reservations. Collected
 * from the vocabulary of the field, not from templates; each is weighed by how rare it is in real abstracts.
 */
export const CHINESE_META: readonly MetaWord[] = [
  word('翻译', 2.2, 'translat translation translator machin'),
  word('译文', 3, 'translat translation'),
  word('译为', 2.5, 'translat'),
  word('译成', 2.5, 'translat'),
  word('直译', 2.5, 'translat literal'),
  word('意译', 2.5, 'translat'),
  word('中文', 1.6, 'chines mandarin'),
  word('汉语', 1.4, 'chines mandarin'),
  word('简体', 2.5, 'chines simplifi'),
  word('英文', 1.6, 'english'),
  word('英语', 1.2, 'english'),
  word('原文', 2.6, 'original sourc'),
  word('原意', 2.4, 'original mean'),
  word('您', 3, 'you your'),
  word('你', 2, 'you your'),
  word('请', 2, 'pleas request ask'),
  word('希望', 1.6, 'hop wish expect desir'),
  word('如有', 2, 'if any'),
  word('如需', 2.4, 'if need'),
  word('若需', 2.4, 'if need'),
  word('如果需要', 2, 'need requir'),
  word('如果您', 3, 'you'),
  word('随时', 2, 'anytim tim moment'),
  word('告知', 2, 'inform tell notifi'),
  word('告诉我', 3, 'tell'),
  word('欢迎', 2, 'welcom'),
  word('疑问', 1.8, 'question doubt'),
  word('以下是', 2.4, 'follow below'),
  word('以下为', 2.4, 'follow below'),
  word('如下', 1.4, 'follow below'),
  word('下面是', 2.6, 'follow below'),
  word('这里是', 2.4, 'here'),
  word('这是', 0.8),
  word('以上', 1, 'abov more over least'),
  word('上述', 0.5),
  word('摘要', 1.6, 'abstract summar summari summariz'),
  word('标题', 1.6, 'titl heading headlin'),
  word('全文', 1.6, 'full text'),
  word('这篇文章', 2, 'articl'),
  word('这段话', 2.4, 'passag'),
  word('讲的是', 2.4),
  word('意思是', 1.6, 'mean'),
  word('口语化', 1.6, 'colloqui convers'),
  word('改写', 1, 'rewrit paraphras'),
  word('机器翻译', 1.2, 'machin'),
  word('译者', 3, 'translat'),
  word('译注', 3),
  word('版权', 1.6, 'copyright'),
  word('字数', 2, 'word count length'),
  word('关键词', 2, 'keyword key'),
  word('段落', 1.4, 'paragraph passag'),
  word('这段', 1.6, 'segment passag clip'),
  word('该段', 2, 'segment passag'),
  word('文字', 0.8, 'text word charact'),
  word('内容', 0.5, 'content'),
  word('版本', 1, 'version'),
  word('注：', 2.4, 'not'),
  word('注:', 2.4, 'not'),
  word('注意：', 1.8, 'attent not'),
  word('备注', 2, 'not remark'),
  word('说明：', 1.6),
  word('解释：', 1.8),
  word('术语', 1.6, 'term terminolog'),
  word('专有名词', 2, 'noun nam term'),
  word('专业', 0.6, 'profession specializ special expert domain'),
  word('保留', 0.9, 'retain preserv keep kept reserv maintain'),
  word('学术', 1, 'academ scholar scholarli'),
  word('规范', 0.8, 'norm standard specif regul'),
  word('流畅', 1, 'fluent fluenc smooth'),
  word('通顺', 2, 'fluent'),
  word('润色', 2.4, 'polish'),
  word('修改', 0.8, 'modif modifi revis edit chang'),
  word('补充', 0.6, 'supplement complement'),
  word('好的', 2, 'good better well'),
  word('好的，', 3),
  word('当然', 2, 'of course certain'),
  word('没问题', 3),
  word('您好', 3),
  word('抱歉', 3, 'sorri apolog'),
  word('作为一个', 0.8, 'as'),
  word('助手', 0.8, 'assist'),
  word('根据要求', 2.4, 'requir request'),
  word('要求', 0.3, 'requir request demand'),
  word('供参考', 2, 'refer'),
  word('仅供', 2),
  word('帮助', 0.4, 'help assist aid'),
  word('完毕', 2, 'finish complet'),
  word('提供', 0.2),
  word('力求', 1.4, 'striv aim'),
  word('尽量', 1.2, 'possibl'),
  word('确保', 0.3),
  word('准确传达', 2),
  word('人工智能助手', 2, 'assist'),
];

/** The same in English: words that a Latin run of the translation has and the source lacks. */
export const ENGLISH_META: ReadonlySet<string> = new Set(
  (
    'sure certainly course here is are below above following translation translated translate translating version chinese ' +
    'simplified english abstract title text paragraph output result response note notes please hope helps help let me know ' +
    'if you your need any further assistance user assistant system prompt human request requested provided kept keep ' +
    'original terms term technical preserved ok okay absolutely gladly happy thanks thank sorry cannot ai model language ' +
    'end summary final answer final draft revised edit edited in mandarin think hello hi dear'
  ).split(' '),
);
