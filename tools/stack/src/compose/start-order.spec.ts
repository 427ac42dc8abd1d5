import { parseComposeFile } from './compose-file.ts';
import { startOrder } from './start-order.ts';

const services = (dependencies: Readonly<Record<string, readonly string[]>>) => {
  const yaml = Object.entries(dependencies).map(
    ([name, needs]) =>
      `  ${name}: { image: a, depends_on: {${needs.map((need) => `${need}: { condition: service_started }`).join(', ')}} }`,
  );
  return parseComposeFile(`services:\n${yaml.join('\n')}`, 'a.yml', 'app', {});
};

test('each comes after what it depends on', () => {
  expect(startOrder(services({ api: ['job', 'db'], job: ['db'], db: [] }))).toEqual(['db', 'job', 'api']);
});

test('a circle is refused', () => {
  expect(() => startOrder(services({ a: ['b'], b: ['c'], c: ['a'] }))).toThrow(
    /a depends on b depends on c depends on a/,
  );
});

test('so is a dependency that is not there', () => {
  expect(() => startOrder(services({ a: ['b'] }))).toThrow(/a depends on b, which is not there/);
});
