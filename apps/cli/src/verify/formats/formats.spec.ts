import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ajvDraft4 from 'ajv-draft-04';
import { createFileLinter } from '../lint/lint-file.ts';
import { Summary } from '../lint/summary.ts';
import { digestOf } from '../testing/digests.ts';
import type { FormatName } from './format-names.ts';
import { excerpt, pieces } from './excerpt.ts';
import { FORMATS } from './registry.ts';

const lint = createFileLinter();
const HOSTILE = `<script>alert("1")</script>\u001b[31m%0A::error::\u202e 7亿`;
const DIGEST =
  digestOf({}) +
  digestOf({ id: '2511.00002', before: '<!-- diglot-ignore number: as printed -->\n' }) +
  digestOf({
    id: '2511.00003',
    title: 'Birds <b>&',
    zh: `我们用鸟鸣训练了一个${HOSTILE}参数的模型，并在30个夜晚中数出120只鸟。`,
  }) +
  `<!-- diglot-ignore link: of no use -->\n${digestOf({ id: '2511.00004', zh: '。' })}`;

function told(name: FormatName, path = 'days/a b.md', colours = false): string {
  const format = FORMATS[name]({ colours, engine: '1.0.0+00000000', version: '0.1.0' });
  const summary = new Summary();
  const reports = [lint(path, {}, Buffer.from(DIGEST)), lint('broken.md', {}, Buffer.from([0x23, 0x20, 0xff]))];
  const parts = reports.map((report) => (summary.add(report), format.file(report)));
  return [format.begin(), ...parts, format.end(summary)].filter((part) => part !== '').join('\n');
}

it('tells a terminal both texts and what is marked in them', () => {
  const text = told('text');
  expect(text).toContain(
    'days/a b.md:11:30  major  number  2511.00001 abstract, 0.90\n  Expected 7B, found 7亿: ×10^-1.\n',
  );
  expect(text).toContain('We train a model with ⟦7B⟧ parameters');
  expect(text).toContain('训练了一个⟦7亿⟧参数');
  expect(text).toMatch(/note {2}this comment takes nothing back any more/);
  expect(text).toMatch(/1 digest, 8 texts: .* 1 critical, \d+ major, \d+ minor \(1 taken back by comments\)$/);
  expect(told('text', 'a.md', true)).toContain('\u001b[7m7亿\u001b[27m');
});

it.each(['text', 'github', 'html'] as const)('lets no text move the cursor or turn the writing, as %s', (name) => {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  expect(told(name)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/u);
});

it('tells JSON all that there is', () => {
  const report = JSON.parse(told('json')) as {
    files: { path: string; findings: { rule: string; suppressed: string | null }[] }[];
    summary: { suppressed: number };
  };
  expect(report.files.map(({ path }) => path)).toEqual(['days/a b.md', 'broken.md']);
  expect(report.files[0]?.findings.filter(({ suppressed }) => suppressed !== null)).toMatchObject([
    { rule: 'number', suppressed: 'as printed' },
  ]);
  expect(report.summary.suppressed).toBe(1);
  const lines = told('ndjson')
    .split('\n')
    .map((line) => JSON.parse(line) as { path: string; rule: string });
  expect(lines.filter(({ rule }) => rule === 'number').length).toBeGreaterThan(0);
});

it('tells SARIF as its schema has it', () => {
  const log = JSON.parse(told('sarif')) as { runs: { results: { ruleId: string; suppressions?: unknown }[] }[] };
  const schema = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new ajvDraft4.default({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
  validate(log);
  expect(validate.errors).toBeNull();
  const results = log.runs[0]?.results ?? [];
  expect(results).toContainEqual(
    expect.objectContaining({
      ruleId: 'number',
      level: 'error',
      locations: [
        expect.objectContaining({
          physicalLocation: {
            artifactLocation: { uri: 'days/a%20b.md' },
            region: { startLine: 11, startColumn: 30, endLine: 11, endColumn: 32 },
          },
        }),
      ],
    }),
  );
  expect(results.filter(({ suppressions }) => suppressions)).toHaveLength(1);
  // The schema would notice.
  expect(validate({ ...log, version: '3.0' })).toBe(false);
});

it('tells GitHub one command a line, whatever a text holds', () => {
  const lines = told('github', 'a,b:c.md').split('\n');
  expect(lines[0]).toBe(
    '::error file=a%2Cb%3Ac.md,line=11,endLine=11,col=30,endColumn=32,title=number%3A 2511.00001 abstract::Expected 7B, found 7亿: ×10^-1.',
  );
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^::(?:error|warning|notice) file=[^,:]+,line=\d+/u);
});

it('tells HTML as one page in which every text is escaped and nothing is fetched', () => {
  const page = told('html');
  expect(page).toContain('<mark>7亿</mark>');
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  expect(page).not.toMatch(/<script|<link|<img|src=|@import/iu);
});

it('cuts a text at its marks', () => {
  expect(
    pieces('abcdef', [
      [3, 4],
      [1, 2],
      [1, 3],
    ]),
  ).toEqual([
    { text: 'a', isMarked: false },
    { text: 'b', isMarked: true },
    { text: 'c', isMarked: true },
    { text: 'd', isMarked: true },
    { text: 'ef', isMarked: false },
  ]);
  const emoji = '😀'.repeat(60);
  const shown = excerpt(emoji, [[81, 83]])
    .map(({ text }) => text)
    .join('');
  expect(shown).not.toMatch(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/);
});
