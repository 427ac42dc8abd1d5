import { CHINESE, found } from '../testing/texts.ts';

const kinds = (target: string, source?: string) =>
  found('link', target, source).map(({ evidence }) => evidence['kind']);

describe('link', () => {
  it('marks an address that the source lacks', () => {
    expect(kinds(`${CHINESE}代码见 https://github.com/some/where。`)).toEqual(['invented']);
  });
  it('marks a placeholder', () => expect(kinds(`${CHINESE}代码见[此处填写链接]。`)).toEqual(['placeholder']));
  it('lets brackets speak of replacing', () => {
    expect(kinds(`${CHINESE}我们考虑噪声（类别翻转和名词替换）。`)).toEqual([]);
  });
  it('misses a link', () => {
    const source = 'We fold towels with robots. The code is at this https URL';
    expect(kinds('我们用机器人折叠毛巾。', source)).toEqual(['missing']);
    expect(kinds('我们用机器人折叠毛巾。代码见此链接。', source)).toEqual([]);
  });
});
