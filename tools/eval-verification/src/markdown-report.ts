import type { Evaluation } from './evaluate.ts';
import { interval, percent, wholeRows } from './text-report.ts';

/** The tables of docs/verification.md, "How good it is". */
export function renderMarkdown(evaluation: Evaluation): string {
  const types = evaluation.types.map((row) => [
    `\`${row.type}\``,
    interval(row.recall),
    percent(row.fired.share),
    percent(row.precision),
    percent(row.tuned.recall.share),
    percent(row.tuned.fired.share),
    row.auc.toFixed(3),
    percent(row.scoreRecall.share),
    row.bar === null ? '–' : `≥ ${percent(row.bar)} at ≤ ${percent(row.budget)}`,
  ]);
  const whole = wholeRows(evaluation, null).map(({ name, value, bar }) => [name, value, bar]);
  const reliability = evaluation.reliability
    .filter(({ code }) => code === 'all')
    .map(({ from, to, stated, observed }) => [
      `${from.toFixed(1)}–${to.toFixed(1)}`,
      stated.toFixed(2),
      interval(observed),
    ]);
  const head = 'kind of damage|recall as shipped|fires on untouched|precision|tuned|fires|AUC|by score|to reach'.split(
    '|',
  );
  return [
    table(head, types),
    table(['of the whole', 'measured', 'to reach'], whole),
    table(['probability', 'stated', 'on pairs damaged that way'], reliability),
  ].join('\n');
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
