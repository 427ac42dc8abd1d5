import type { Issue, IssueCode, Verdict } from '@diglot/domain';
import { evaluate } from './evaluate.ts';
import { renderHtml } from './html-report.ts';
import { renderMarkdown } from './markdown-report.ts';
import type { DamagedPair, GoldPair } from './sets.ts';
import { renderText } from './text-report.ts';

function verified(verdict: Verdict, ...codes: IssueCode[]): DamagedPair['verification'] {
  const issues = codes.map((code) => ({ code, probability: 0.9, severity: 'major' }) as Issue);
  return { issues, verdict, score: issues.length === 0 ? 100 : 20, alignment: [] };
}
const damaged: DamagedPair[] = [
  { id: 'a', type: 'ok', half: 0, verification: verified('accept') },
  { id: 'b', type: 'ok', half: 1, verification: verified('flag', 'number') },
  { id: 'c', type: 'num_change', half: 0, verification: verified('flag', 'number') },
  { id: 'd', type: 'num_change', half: 1, verification: verified('flag', 'number') },
];
const gold: GoldPair[] = [
  { id: 'e', field: 'title', severity: 'major', stratum: 'suspicious', verification: verified('flag', 'entity') },
];
const evaluation = evaluate(damaged, gold);

it('the text names recall with its interval, precision, verdicts and reliability for each code', () => {
  const text = renderText(evaluation, null);
  expect(text).toMatch(/num_change +100\.0 % \[34\.2 %, 100\.0 %\] 2\/2 +50\.0 % +66\.7 %/);
  expect(text).toMatch(/num_change +0 \/ 2 \/ 0/);
  expect(text).toMatch(/number +0\.8–1\.0 +0\.90 +66\.7 % .* 2\/3/);
  expect(text).toMatch(/title, suspicious, major +100\.0 %/);
});

it('the page holds the same with plots, and fetches nothing', () => {
  const page = renderHtml(evaluation, null, '1.0.0<');
  expect(page).toContain('aria-label="Recall per kind of damage"');
  expect(page).toContain('aria-label="Stated against observed probability"');
  expect(page).toContain('Engine 1.0.0&lt;');
  expect(page).toContain('66.7 %');
  expect(page).not.toMatch(/<script|<link|src=|NaN px/iu);
});

it('the tables of the documentation hold the same', () => {
  const rows = renderMarkdown(evaluation).split('\n');
  expect(rows).toContainEqual(
    expect.stringContaining('| `num_change` | 100.0 % [34.2 %, 100.0 %] 2/2 | 50.0 % | 66.7 % |'),
  );
});

it('a report survives being written and read', () => {
  expect(JSON.parse(JSON.stringify(evaluation))).toMatchObject({ goldMajorsNotAccepted: { hits: 1, of: 1 } });
});
