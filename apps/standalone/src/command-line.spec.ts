import { USAGE, readCommandLine } from './command-line.ts';

const read = (...args: string[]) => readCommandLine(args, '/home/reader');

describe('readCommandLine', () => {
  it('has defaults for everything', () => {
    expect(read()).toEqual({
      help: false,
      version: false,
      watch: [],
      config: null,
      port: null,
      data: null,
      examples: true,
    });
  });

  it('takes the options in any order', () => {
    const expected = {
      help: false,
      version: false,
      watch: ['/srv/a', '/home/reader/b'],
      config: '/home/reader/c.json',
      port: 8080,
      data: '/tmp/d',
      examples: false,
    };
    expect(
      read(
        '--watch',
        '/srv/a',
        '--config',
        'c.json',
        '--watch',
        'b',
        '--port',
        '8080',
        '--data',
        '/tmp/d',
        '--no-examples',
      ),
    ).toEqual(expected);
    expect(
      read('--no-examples', '--data=/tmp/d', '--port=8080', '--config=c.json', '--watch=/srv/a', '--watch=./b'),
    ).toEqual(expected);
  });

  it('watches a folder once, however often it is named', () => {
    expect(read('--watch', 'a', '--watch', './a/').watch).toEqual(['/home/reader/a']);
  });

  it.each([
    [['--prot', '80'], /--prot/],
    [['--port'], /--port/],
    [['--port', 'eighty'], /--port eighty/],
    [['--port', '0'], /from 1 to 65535/],
    [['--port', '70000'], /from 1 to 65535/],
    [['--watch'], /--watch/],
    [['digests'], /digests/],
  ])('refuses %j', (args, message) => {
    expect(() => read(...args)).toThrow(message);
    expect(() => read(...args)).toThrow(/DIGLOT_CONFIG_INVALID/);
  });

  it('says how it is used', () => {
    for (const option of ['--watch', '--no-examples', '--port', '--data', '--help']) expect(USAGE).toContain(option);
  });
});
