import type { FileReport, Finding } from '../lint/finding.ts';
import { counting } from '../lint/summary.ts';
import { pieces, withoutControls } from './excerpt.ts';
import type { ReportContext, ReportFormat } from './report-format.ts';

const STYLE = `
:root{color-scheme:light dark}body{font:15px/1.6 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
article{border:1px solid #8884;border-left-width:.4rem;border-radius:.3rem;margin:1rem 0;padding:.2rem 1rem}
.critical{border-left-color:#b00}.major{border-left-color:#e60}.minor{border-left-color:#ca0}.neutral{border-left-color:#888}
mark{background:#fd6;color:#000;border-radius:.2rem}.texts{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}
@media (max-width:50rem){.texts{grid-template-columns:1fr}}h3{font-size:1rem;margin:.5rem 0}small{opacity:.75}
`;

/** One page without scripts or anything from elsewhere; every text in it is escaped. */
export function htmlFormat({ engine }: ReportContext): ReportFormat {
  return {
    isForPeople: false,
    begin: () =>
      '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
      `<title>diglot verify</title><style>${STYLE}</style></head><body><h1>What is wrong with these translations</h1>`,
    file: (report) => section(report),
    end: (summary) => `<p>${escape(summary.describe())}. Engine ${escape(engine)}.</p></body></html>`,
  };
}

function section({ path, findings, notices, kind, reason }: FileReport): string {
  const shown = counting(findings);
  if (shown.length === 0 && notices.length === 0 && kind !== 'unreadable') return '';
  return [
    `<section><h2>${escape(path)}</h2>`,
    ...(kind === 'unreadable' ? [`<p>${escape(reason ?? '')}</p>`] : []),
    ...shown.map(article),
    ...notices.map(({ line, message }) => `<p>Line ${line}: ${escape(message)}</p>`),
    '</section>',
  ].join('\n');
}

function article(finding: Finding): string {
  const { severity, rule, arxivId, genre, probability, message, from, source, target } = finding;
  return (
    `<article class="${severity}"><h3>${rule} <small>${severity}, ${probability.toFixed(2)} · ${escape(arxivId)} ${genre}, line ${from.line}</small></h3>` +
    `<p>${escape(message.en)}<br><span lang="zh">${escape(message.zh)}</span></p>` +
    `<div class="texts"><p lang="en" dir="auto">${marked(source, finding.sourceSpans)}</p>` +
    `<p lang="zh" dir="auto">${marked(target, finding.targetSpans)}</p></div></article>`
  );
}

const marked = (text: string, spans: Finding['sourceSpans']): string =>
  pieces(text, spans)
    .map((piece) => (piece.isMarked ? `<mark>${escape(piece.text)}</mark>` : escape(piece.text)))
    .join('');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => withoutControls(text).replaceAll(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);
