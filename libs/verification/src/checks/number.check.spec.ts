import { CHINESE, found } from '../testing/texts.ts';

const abstract = (number: string) => `We train a large model on ${number} of text and report the results of our study.`;
const chinese = (number: string) => `我们在${number}文本上训练了一个大型模型，并报告了我们的研究结果。`;
const judge = (english: string, han: string) =>
  found('number', chinese(han), abstract(english)).filter(({ probability }) => probability >= 0.5);

describe('number', () => {
  it.each([
    ['151 million tokens', '1.51亿个词元的'],
    ['7B tokens', '70亿个词元的'],
    ['7B tokens', '7B个词元的'],
    ['1.3-billion tokens', '13亿个词元的'],
    ['20k pages', '2万页'],
    ['26,355 pages', '26355页'],
    ['4 782 pages', '4782页'],
    ['29,4% of the pages', '29.4%的'],
    ['90\\% of the pages', '90%的'],
    ['1-70 billion tokens', '10亿到700亿个词元的'],
    ['10 to 20% of the pages', '10%至20%的'],
    ['two thirds, or 66%, of the pages', '三分之二，即百分之六十六的'],
    ['$3\\times10^{5}$ pages', '3×10^5页'],
    ['12 pages', '十二页'],
    ['pages from the 1990s', '20世纪90年代的'],
    ['three books', '3本书的'],
    ['11 kg of paper', '11千克纸张的'],
    ['512 MB of pages', '512兆字节的'],
    ['18 points more', '多18个百分点的'],
    ['19, 682 pages', '19,682页'],
    ['64. 36% of the pages', '64.36%的'],
    ['$13{,}174$ pages', '13,174页'],
    ['$128$K pages', '128K页'],
    ['$6$ trillion tokens', '6万亿个词元的'],
    ['pages of 2020-24', '2020年至2024年的'],
    ['88--99% of the pages', '88%至99%的'],
    ['5B tokens', '5Btoken的'],
    ['mAP$^{\\text{test}}_{50}$ points', 'mAP点的'],
    ['the 99th percentile', '99 percentile'],
  ])('takes %s and %s for the same', (english, han) => {
    expect(judge(english, han)).toEqual([]);
  });

  it.each([
    ['151 million tokens', '1510万个词元的', '×10^-1'],
    ['7B tokens', '7亿个词元的', '×10^-1'],
    ['573 pages', '357页', '357'],
    ['5% of the pages', '5倍的', '5倍'],
    ['20,000 pages', '20百页', '×10^-1'],
    ['19, 682 pages', '19,628页', '19,628'],
    ['18 points more', '多18倍的', '18倍'],
  ])('tells %s from %s', (english, han, words) => {
    const [issue] = judge(english, han);
    expect(issue?.severity).toBe('major');
    expect(issue?.message.en).toContain(words);
  });

  it('reads no numbers in an address', () => {
    const source = 'Our code for the folding of cloth is at this https URL.';
    expect(found('number', '我们的叠布代码见 https://url.cn/3Jn8XhK 。', source)).toEqual([]);
  });

  it('marks both places', () => {
    const target = CHINESE.replace('92%', '97%');
    const [issue] = found('number', target);
    expect(issue?.target.map((span) => target.slice(...span))).toEqual(['97%']);
  });

  it('sees an item that is numbered wrongly', () => {
    const source = 'We study two questions: (1) how cloth moves, and (2) how robots fold it in 4 rooms.';
    expect(
      found('number', '我们研究两个问题：（1）布料如何运动，（4）机器人如何在4个房间里折叠。', source),
    ).toHaveLength(1);
  });
});
