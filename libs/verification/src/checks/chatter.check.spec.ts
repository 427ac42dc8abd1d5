import { CHINESE, ENGLISH, found } from '../testing/texts.ts';

describe('chatter', () => {
  it('finds nothing in a plain translation', () => expect(found('chatter', CHINESE)).toEqual([]));

  it.each([
    `好的，下面是您要的中文译文：\n\n${CHINESE}`,
    `Sure, here is the Chinese text:\n${CHINESE}`,
    `Of course! ${CHINESE}`,
    `译文：${CHINESE}`,
    `【中文摘要】${CHINESE}`,
    `回答：${CHINESE}`,
    `### 译文\n${CHINESE}`,
    `<translation>${CHINESE}</translation>`,
    `我把这篇文章改写成了中文，意思是：${CHINESE}`,
    `${CHINESE}\n\n（注：译文保留了原文中的专业术语。）`,
    `${CHINESE}\n\n如果您还需要别的帮助，请随时告诉我。`,
    `${CHINESE}\n(The terms were kept in English.)`,
  ])('marks a remark about the task: %j', (target) => {
    expect(found('chatter', target).some(({ probability }) => probability >= 0.5)).toBe(true);
  });

  it('asks for a new translation where a prompt leaked', () => {
    const target = `${CHINESE.slice(0, 40)}\nuser\n${CHINESE.slice(40)}`;
    expect(found('chatter', target)).toMatchObject([{ severity: 'critical' }]);
  });

  it('knows a label also where the paper is about translation', () => {
    const source = `${ENGLISH} We translate its output into Chinese.`;
    const target = `${CHINESE}我们将其输出翻译成中文。`;
    expect(found('chatter', target, source)).toEqual([]);
    expect(found('chatter', `译文如下：\n${target}`, source)).not.toEqual([]);
  });

  it('lets a paper speak about translation', () => {
    const source = 'We translate abstracts into Chinese and ask readers to note errors in the translation.';
    expect(found('chatter', '我们将摘要翻译成中文，并请读者指出译文中的错误。', source)).toEqual([]);
  });
});
