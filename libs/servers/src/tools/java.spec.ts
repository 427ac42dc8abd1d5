import { javaVersionOf } from './java.ts';

test.each([
  ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime', 17],
  ['openjdk version "21" 2023-09-19', 21],
  ['java version "1.8.0_392"', 8],
  ['The operation couldn’t be completed. Unable to locate a Java Runtime.', null],
])('the version in %j is %p', (output, version) => {
  expect(javaVersionOf(output)).toBe(version);
});
