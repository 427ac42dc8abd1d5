import { parseOptions, UsageError } from './options.ts';
import { ALL_VARIANTS } from './table.ts';

describe('parseOptions', () => {
  it('asks for everything when nothing is said', () => {
    expect(parseOptions([])).toEqual({
      runs: 60_000,
      profiles: ['embedded', 'kafka'],
      firstSeed: 0,
      variants: ALL_VARIANTS,
      trace: false,
    });
  });

  it('narrows down to a profile, a seed and a mutant', () => {
    const args = ['500', '--profile', 'kafka', '--seed', '17', '--mutant', 'no_inbox', '--trace'];
    expect(parseOptions(args)).toEqual({
      runs: 500,
      profiles: ['kafka'],
      firstSeed: 17,
      variants: ['no_inbox'],
      trace: true,
    });
  });

  it.each([
    ['0'],
    ['1.5'],
    ['many'],
    ['1 2'],
    ['--seed -1'],
    ['--seed 1e3'],
    ['--seed 4294967296'],
    ['--seed 4294967295'],
    ['--profile stack'],
    ['--mutant no_protocol'],
    ['--fast'],
  ])('refuses %s', (line) => {
    expect(() => parseOptions(line.split(' '))).toThrow(UsageError);
  });
});
