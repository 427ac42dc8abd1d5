import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVerifier, ENGINE_VERSION, LEXICON_URL, loadLexicon } from '@diglot/verification';
import { compare, renderChanges, type StoredReport } from './compare.ts';
import { evaluate, goldGroups } from './evaluate.ts';
import { renderHtml } from './html-report.ts';
import { renderMarkdown } from './markdown-report.ts';
import { goldOf, judgeDamaged, judgeGold } from './sets.ts';
import { measureSpeed } from './speed.ts';
import { renderGold, renderText } from './text-report.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    out: { type: 'string', default: '.diglot/verification' },
    compare: { type: 'string' },
    gold: { type: 'string' },
    'no-speed': { type: 'boolean', default: false },
  },
});

const bytes = readFileSync(LEXICON_URL);
const lexicon = loadLexicon(bytes);
const verify = createVerifier({ lexicon });

if (values.gold === undefined) evaluateCorpus();
// A file of labelled pairs alone, which needs no corpus.
else console.log(renderGold(goldGroups(judgeGold(values.gold, verify))));

function evaluateCorpus(): void {
  const speed = values['no-speed'] ? null : measureSpeed(values.corpus, bytes);
  const evaluation = evaluate(judgeDamaged(values.corpus, verify), judgeGold(goldOf(values.corpus), verify));
  const report: StoredReport = { engine: ENGINE_VERSION, lexicon: lexicon.hash, evaluation, speed };

  console.log(renderText(evaluation, speed));
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(values.out, 'report.html'), renderHtml(evaluation, speed, ENGINE_VERSION));
  writeFileSync(join(values.out, 'report.md'), renderMarkdown(evaluation));
  console.log(
    `\nwritten: ${join(values.out, 'report.json')}, ${join(values.out, 'report.html')}, ${join(values.out, 'report.md')}`,
  );

  if (values.compare !== undefined) {
    const changes = compare(JSON.parse(readFileSync(values.compare, 'utf8')) as StoredReport, report);
    console.log(`\nSince ${values.compare}:\n${renderChanges(changes)}`);
    if (changes.some(({ isRegression }) => isRegression)) process.exitCode = 1;
  }
}
