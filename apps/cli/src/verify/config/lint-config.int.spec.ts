import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '@diglot/testing';
import { loadLintConfig } from './lint-config.ts';
import { LintRules, fails } from './lint-rules.ts';

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await temporaryFolder('lint-config');
});
afterEach(() => folder.remove());

const write = (name: string, text: string): Promise<void> => writeFile(join(folder.path, name), text);

it('is empty where there is none', () => {
  expect(loadLintConfig(undefined, folder.path)).toMatchObject({ failOn: null, rules: {} });
});

it('takes the nearest file, with comments and a comma too many', async () => {
  await write(
    'diglot.verify.json',
    '{\n  // we are strict\n  "failOn": "minor",\n  "rules": { "negation": "off", "number": "critical", },\n}',
  );
  const inner = join(folder.path, 'a', 'b');
  await mkdir(inner, { recursive: true });
  expect(loadLintConfig(undefined, inner)).toEqual({
    file: join(folder.path, 'diglot.verify.json'),
    failOn: 'minor',
    rules: {
      negation: { off: true, severity: null, probability: null },
      number: { off: false, severity: 'critical', probability: null },
    },
  });
});

it.each([
  ['{\n  "rules": {\n    "numbr": "off"\n  }\n}', /verify\.json:3:5, field rules\.numbr: /],
  ['{\n  "rules": {\n    "number": "loud"\n  }\n}', /verify\.json:3:5, field rules\.number: /],
  ['{\n  "rules": {\n    "number": {"probability": 7}\n  }\n}', /verify\.json:3:\d+, field rules\.number/],
  ['{"failOn": "always"}', /verify\.json:1:2, field failOn: /],
  ['{"failOn": ', /verify\.json:1:\d+: /],
  ['', /verify\.json:1:1: /],
])('names file, line and field of what is wrong: %j', async (text, message) => {
  await write('diglot.verify.json', text);
  expect(() => loadLintConfig(undefined, folder.path)).toThrow(/DIGLOT_CONFIG_INVALID/);
  expect(() => loadLintConfig(undefined, folder.path)).toThrow(message);
});

it('names a file that is not there', () => {
  expect(() => loadLintConfig('nowhere.json', folder.path)).toThrow(/nowhere\.json/);
});

const issue = (severity: 'critical' | 'major' | 'minor' | 'neutral', probability: number) =>
  ({ code: 'number', severity, probability }) as Parameters<LintRules['severityOf']>[0];

it.each([
  [{}, issue('major', 0.5), 'major'],
  [{}, issue('major', 0.49), null],
  [{}, issue('critical', 0.3), 'critical'],
  [{}, issue('neutral', 1), null],
  [{ number: { off: true, severity: null, probability: null } }, issue('major', 1), null],
  [{ number: { off: false, severity: 'minor', probability: 0.8 } }, issue('major', 0.7), null],
  [{ number: { off: false, severity: 'minor', probability: 0.8 } }, issue('major', 0.9), 'minor'],
] as const)('%#: with %j an issue is reported as it should be', (settings, found, severity) => {
  expect(new LintRules(settings).severityOf(found)).toBe(severity);
});

it.each([
  ['critical', 'major', true],
  ['minor', 'major', false],
  ['minor', 'minor', true],
  ['critical', 'never', false],
] as const)('a %s finding at --fail-on %s: %j', (severity, level, expected) => {
  expect(fails(severity, level)).toBe(expected);
});
