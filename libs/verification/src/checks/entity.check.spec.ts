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

  it.each([
    ['The LMSs of two schools keep notes.', '两所学校的LMS保存笔记。'],
    ['The mean Average Precision of the detector rises.', '检测器的mAP有所提高。'],
    ['Frenet frames guide the planner of the car.', 'Frenét坐标系引导汽车的规划器。'],
    ['Models show US-centric biases, also in US contexts.', '模型表现出以美国为中心的偏见，在美国语境中也是如此。'],
    ['We report an F1score for each of the classes.', '我们报告每个类别的F1分数。'],
  ])('knows the name under another spelling: %s', (source, target) => expect(names(target, source)).toEqual([]));

  it('lets a compound name be translated in part', () => {
    expect(names('边缘AI综述', 'EdgeAI: A Survey', 'title')).toEqual([]);
  });
});
