import { isRedisNewEnough } from './find-redis.ts';

test.each([
  ['Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64', true],
  ['Redis server v=6.2.11 sha=00000000:0', true],
  ['Redis server v=10.0.0 sha=00000000:0', true],
  ['Redis server v=6.0.16 sha=00000000:0', false],
  ['Redis server v=5.0.14.1 sha=00000000:0', false],
  ['something else', false],
])('%j: %p', (output, isEnough) => {
  expect(isRedisNewEnough(output)).toBe(isEnough);
});
