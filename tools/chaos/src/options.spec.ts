import { UsageError, parseOptions } from './options.ts';

const NAMES = ['consumer.inside', 'redis.flush'];

it('runs every point once with outages of a minute unless it is told otherwise', () => {
  expect(parseOptions([], NAMES)).toMatchObject({ runs: null, points: [], outageSeconds: 60, json: false });
});

it('reads runs, seed, points and the outage', () => {
  const args = ['--runs', '300', '--seed', '7', '--point', 'redis.flush', '--outage', '8', '--json'];
  expect(parseOptions(args, NAMES)).toEqual({
    runs: 300,
    seed: 7,
    points: ['redis.flush'],
    outageSeconds: 8,
    json: true,
  });
});

it.each([
  [['--runs', '0'], '--runs must be an integer from 1'],
  [['--seed', '-1'], '--seed'],
  [['--point', 'moon.eclipse'], 'no such crash point: moon.eclipse; there are consumer.inside, redis.flush'],
  [['--frequency', '2'], '--frequency'],
])('refuses %j', (args, message) => {
  expect(() => parseOptions(args, NAMES)).toThrow(UsageError);
  expect(() => parseOptions(args, NAMES)).toThrow(message);
});
