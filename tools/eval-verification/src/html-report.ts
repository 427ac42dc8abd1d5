import type { Evaluation, ReliabilityRow, TypeResult } from './evaluate.ts';
import type { Speed } from './speed.ts';
import { interval, percent, wholeRows } from './text-report.ts';

const WIDTH = 640;
const ROW = 22;
const LABEL = 120;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One self-contained page with tables and plots. */
export function renderHtml(evaluation: Evaluation, speed: Speed | null, engine: string): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Verification, measured</title>
<style>
:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:.2rem .7rem;text-align:left;border-bottom:1px solid #8884}
.no{color:#c33}.yes{color:#292}svg text{font:12px system-ui,sans-serif;fill:currentColor}
</style>
<h1>Verification, measured</h1>
<p>Engine ${escape(engine)}. Shares with 95 % Wilson intervals. Untouched pairs hold real defects too, so what fires on them is not all false.</p>
<h2>Bars</h2><table>${wholeRows(evaluation, speed).map(wholeRow).join('')}</table>
<h2>Recall per kind of damage</h2>${recallPlot(evaluation.types)}
<table><tr><th>kind<th>codes<th>as shipped<th>fires on untouched<th>precision<th>tuned<th>fires<th>AUC<th>by score<th>bar</tr>
${evaluation.types.map(typeRow).join('')}</table>
<h2>Reliability</h2>${reliabilityPlot(evaluation.reliability.filter(({ code }) => code === 'all'))}
<table><tr><th>code<th>stated<th>observed</tr>${evaluation.reliability.map(reliabilityRow).join('')}</table>
<h2>Verdicts</h2><table><tr><th>kind<th>accept<th>flag<th>retranslate</tr>
${Object.entries(evaluation.verdicts)
  .map(([type, row]) => `<tr><td>${escape(type)}<td>${row.accept}<td>${row.flag}<td>${row.retranslate}</tr>`)
  .join('')}</table>
<h2>Labelled pairs: not accepted</h2><table>${evaluation.gold.map(({ group, notAccepted }) => `<tr><td>${escape(group)}<td>${interval(notAccepted)}</tr>`).join('')}</table>
</html>
`;
}

const wholeRow = ({ name, value, bar, isReached }: ReturnType<typeof wholeRows>[number]): string =>
  `<tr><td class="${isReached ? 'yes' : 'no'}">${isReached ? '✓' : '✗'}<td>${escape(name)}<td>${escape(value)}<td>${escape(bar)}</tr>`;

const typeRow = (row: TypeResult): string =>
  `<tr><td class="${row.isReached === false ? 'no' : 'yes'}">${escape(row.type)}<td>${row.codes.join(', ')}<td>${interval(row.recall)}` +
  `<td>${percent(row.fired.share)}<td>${percent(row.precision)}<td>${percent(row.tuned.recall.share)}<td>${percent(row.tuned.fired.share)}<td>${row.auc.toFixed(3)}` +
  `<td>${percent(row.scoreRecall.share)}<td>${row.bar === null ? '–' : `≥ ${percent(row.bar)} at ≤ ${percent(row.budget)}`}</tr>`;

const reliabilityRow = ({ code, stated, observed }: ReliabilityRow): string =>
  `<tr><td>${code}<td>${stated.toFixed(2)}<td>${interval(observed)}</tr>`;

/** A bar per kind with its interval, and a tick where the bar to reach is. */
function recallPlot(types: readonly TypeResult[]): string {
  const scale = (share: number): number => LABEL + share * (WIDTH - LABEL - 10);
  const rows = types.map(({ type, recall, bar }, index) => {
    const y = index * ROW;
    const goal = bar === null ? '' : `<path d="M${scale(bar)} ${y + 2}V${y + 18}" stroke="#c33" stroke-width="2"/>`;
    return (
      `<text x="0" y="${y + 14}">${escape(type)}</text>` +
      `<rect x="${LABEL}" y="${y + 4}" width="${scale(recall.share) - LABEL}" height="12" fill="#58a" opacity=".7"/>` +
      `<path d="M${scale(recall.low)} ${y + 10}H${scale(recall.high)}" stroke="currentColor"/>${goal}`
    );
  });
  return `<svg width="${WIDTH}" height="${types.length * ROW}" role="img" aria-label="Recall per kind of damage">${rows.join('')}</svg>`;
}

function reliabilityPlot(rows: readonly ReliabilityRow[]): string {
  const size = 260;
  const at = (value: number): number => 10 + value * (size - 20);
  const dots = rows.map(
    ({ stated, observed }) =>
      `<path d="M${at(stated)} ${size - at(observed.low)}V${size - at(observed.high)}" stroke="currentColor"/>` +
      `<circle cx="${at(stated)}" cy="${size - at(observed.share)}" r="4" fill="#58a"/>`,
  );
  return `<svg width="${size}" height="${size}" role="img" aria-label="Stated against observed probability"><path d="M10 ${size - 10}L${size - 10} 10" stroke="#888" stroke-dasharray="4"/>${dots.join('')}</svg>`;
}
