import { repeatedRuns } from './repetition.check.ts';
import { CHINESE, found } from '../testing/texts.ts';

describe('repetition', () => {
  it('finds nothing in a plain translation', () => expect(found('repetition', CHINESE)).toEqual([]));

  it('takes a loop for the end of the matter', () => {
    expect(found('repetition', `${CHINESE.slice(0, 60)}${'折叠毛巾的'.repeat(6)}`)).toMatchObject([
      { severity: 'critical' },
    ]);
  });

  it('marks a clause that is said twice', () => {
    const clause = '这是一种规划器，';
    expect(found('repetition', CHINESE.replace(clause, clause + clause))).toMatchObject([{ severity: 'major' }]);
  });

  it('marks doubled particles', () => {
    expect(found('repetition', CHINESE.replace('机器人必须', '机器人的的必须'))).toMatchObject([{ severity: 'minor' }]);
  });

  it('lets an address and its label be', () => {
    const source = 'Our code is at \\href{this https URL}{this https URL}.';
    expect(found('repetition', '代码见\\href{这个 https URL}{这个 https URL}。', source)).toEqual([]);
  });

  it.each([['目的的确定'], ['2025 2025'], ['……'], ['大学大学生']])('lets %s be', (text) => {
    expect(repeatedRuns(text)).toEqual([]);
  });
});
