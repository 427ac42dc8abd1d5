import { CHINESE, found } from '../testing/texts.ts';

const names = (target: string, source?: string, genre: 'title' | 'abstract' = 'abstract') =>
  found('entity', target, source, genre)
    .filter(({ probability }) => probability >= 0.5)
    .map(({ evidence }) => `${evidence['kind']} ${evidence['name']}`);

describe('entity', () => {
  it('finds nothing where names are kept', () => expect(names(CHINESE)).toEqual([]));

  it('tells a name that was replaced', () => {
    expect(names(CHINESE.replaceAll('FoldNet', 'GraspX'))).toEqual(['foreign GraspX', 'missing FoldNet']);
  });

  it('lets an acronym stand for the words that it abbreviates', () => {
    const source = 'We compare automatic speech recognition systems in noisy rooms and offices.';
    expect(names('我们在嘈杂的房间和办公室中比较自动语音识别（ASR）系统。', source)).toEqual([]);
  });

  it('misses the name of a system in a title', () => {
    expect(names('从视频中学习折叠衣物', 'FoldNet: Learning to Fold Clothes from Videos', 'title')).toEqual([
      'missing FoldNet',
    ]);
  });

  it('lets a compound name be translated in part', () => {
    expect(names('边缘AI综述', 'EdgeAI: A Survey', 'title')).toEqual([]);
  });
});
