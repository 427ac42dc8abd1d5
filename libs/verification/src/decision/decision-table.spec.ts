import type { Issue, Severity } from '@diglot/domain';
import { decide } from './decision-table.ts';

const issue = (severity: Severity, probability: number) => ({ severity, probability }) as Issue;

describe('decide', () => {
  it.each([
    [[], 'accept'],
    [[issue('neutral', 1), issue('minor', 1)], 'accept'],
    [[issue('major', 0.49)], 'accept'],
    [[issue('major', 0.5)], 'flag'],
    [[issue('critical', 0.79)], 'flag'],
    [[issue('critical', 0.8)], 'retranslate'],
    [[issue('major', 0.9), issue('critical', 0.9)], 'retranslate'],
    [Array.from({ length: 50 }, () => issue('major', 0.4)), 'accept'],
  ])('%#: %j', (issues, verdict) => expect(decide(issues)).toBe(verdict));
});
