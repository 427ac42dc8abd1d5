import { catalogue } from './catalogue.ts';

/** Short names of what can be wrong with a translation, by its code. */
const issueMessages = catalogue(
  {
    empty: 'Empty',
    'identical-to-source': 'Same as the English',
    'wrong-language': 'Wrong language',
    'title-as-abstract': 'Title in place of the abstract',
    length: 'Unlikely length',
    omission: 'Something left out',
    addition: 'Something added',
    unrelated: 'Another text',
    truncated: 'Cut off',
    'untranslated-text': 'Untranslated passage',
    'untranslated-word': 'Untranslated word',
    number: 'Number',
    entity: 'Name',
    chatter: 'Chatter of a model',
    repetition: 'Repetition',
    'duplicate-field': 'Same as another field',
    markup: 'Markup',
    link: 'Link',
    latex: 'Formula',
    negation: 'Negation',
    terminology: 'Terminology',
    script: 'Script',
  },
  {
    empty: '空白',
    'identical-to-source': '与英文相同',
    'wrong-language': '语言不对',
    'title-as-abstract': '以标题充当摘要',
    length: '长度异常',
    omission: '漏译',
    addition: '增译',
    unrelated: '并非同一文本',
    truncated: '被截断',
    'untranslated-text': '整段未译',
    'untranslated-word': '词语未译',
    number: '数字',
    entity: '名称',
    chatter: '模型闲话',
    repetition: '重复',
    'duplicate-field': '与其他字段相同',
    markup: '标记',
    link: '链接',
    latex: '公式',
    negation: '否定',
    terminology: '术语',
    script: '文字',
  },
);

/** The codes that this page knows. */
export const ISSUE_CODES = Object.keys(issueMessages.en);

/** A code that is newer than this page stands for itself. */
export function issueName(code: string, language: 'en' | 'zh'): string {
  const names: Readonly<Record<string, string>> = issueMessages[language];
  return names[code] ?? code;
}
