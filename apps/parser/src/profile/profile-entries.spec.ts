import { readDigest, runSteps } from '@diglot/formats';
import { profileEntries } from './profile-entries.ts';

const EN = 'word '.repeat(100).trim();
const WHOLE = '甲乙丙丁戊己庚辛壬癸'.repeat(18);

function block(id: string, abstractZh: string | null, { en = EN, authors = 'A. Author' } = {}): string {
  const chinese = abstractZh === null ? '' : `**Abstract (ZH)**: ${abstractZh} \n\n`;
  return `# T \n\n**Authors**: ${authors}  \n\n**Link**: [PDF](https://arxiv.org/pdf/${id})  \n\n**Abstract**: ${en} \n\n${chinese}---\n`;
}

const profile = (...blocks: string[]) =>
  runSteps(profileEntries(readDigest(Buffer.from(blocks.join('')), { path: 'a.md' }).entries));

describe('the profile of a digest', () => {
  it('counts what is there', () => {
    expect(
      profile(
        block('2511.00001', WHOLE),
        block('2511.00002', '只是一个标题'),
        block('2511.00003', null, { authors: '' }),
        block('2511.00004', '短。', { en: 'Too short to tell.' }),
      ),
    ).toMatchObject({
      entries: 4,
      chineseTitles: 0,
      chineseAbstracts: 3,
      comparable: 2,
      short: 1,
      garbled: 0,
      han: 180,
      words: 100,
      withoutAuthors: 1,
    });
  });

  it.each([
    ['a broken character', `甲\u{fffd}${WHOLE}`],
    ['a carriage return', `甲。\r\n${WHOLE}`],
    ['a doubled comma', `甲，，${WHOLE.slice(1)}`],
    ['a doubled particle', `我们的的方法${WHOLE}`],
    ['a word three times', `方法方法方法${WHOLE}`],
    ['a turn of a chat', `甲\nuser\n乙${WHOLE}`],
  ])('%s is garbled', (_, text) => {
    expect(profile(block('2511.00001', text)).garbled).toBe(1);
  });

  it.each([`我们的目的的确如此${WHOLE.slice(0, 1)}`, '面向用户（user）的系统。', '研究研究方法。'])(
    '%j is not',
    (text) => {
      expect(profile(block('2511.00001', text)).garbled).toBe(0);
    },
  );

  it('tells papers by what is printed, not by order, texts or repetition; and none from some', () => {
    const [a, b] = [block('2511.00001', null), block('2511.00002', WHOLE)];
    const { papersHash } = profile(a, b);
    expect(profile(b, a, b).papersHash).toBe(papersHash);
    expect(profile(a).papersHash).not.toBe(papersHash);
    expect(profile('').papersHash).toBeNull();
  });
});
