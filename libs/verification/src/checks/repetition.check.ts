import { isHan } from '../text/scripts.ts';
import type { Check, Finding } from './check.ts';

/** A unit of at least so many characters that follows itself directly is a stutter of a model, not rhetoric. */
const MIN_DOUBLED = 6;
/** So many repetitions of even the shortest unit are a loop. */
const LOOP_TIMES = 4;
const LONGEST_UNIT = 80;
/** Characters that a loop must fill before it is critical. */
const LOOP_CHARACTERS = 16;

/** More runs say no more. */
const MAX_RUNS = 20;

interface Run {
  readonly from: number;
  readonly to: number;
  readonly unit: number;
  readonly times: number;
}

/**
 * Source: pofilter `doublewords` and OpusFilter RepetitionFilter. A loop (the same unit four times or more) is what is
 * left of a derailed model; a clause said twice in a row is a slip.
 */
export const repetitionCheck: Check = {
  name: 'repetition',
  version: '2',
  run({ source, foldedTarget }): readonly Finding[] {
    const runs = repeatedRuns(foldedTarget);
    const repeated = runs.filter((run) => !isInSource(source, foldedTarget, run));
    return [...repeated.map((run) => finding(foldedTarget, run)), ...stutter(foldedTarget)];
  },
};

/** What the source repeats too is a quotation ("da da da da"). */
function isInSource(source: string, target: string, { from, unit }: Run): boolean {
  const twice = target.slice(from, from + unit * 2);
  // `\href{this https URL}{this https URL}`, with half of it translated.
  const isAddress = /url\}?/iu.test(twice) && /url\}\{/iu.test(source);
  return isAddress || (/[a-z]/iu.test(twice) && source.includes(twice));
}

/** A particle or comma twice; 目的的 and 在在线 are right. */
const STUTTER =
  /[,、，]{2,}|。{2}|(?<!目)的的|(?<![存现实正内潜])在在(?!线)|了了|和和(?!谐)|与与|并并|对对(?![称比抗])|是是(?!否)|为为(?!了)|性性(?!能)|向向(?!量)|化化(?!学)|中中(?![文国心等间])|上上(?!下)/gu;
const MANY = 2;

function stutter(target: string): Finding[] {
  const spans = Array.from(target.matchAll(STUTTER), ({ index, 0: text }): [number, number] => [
    index,
    index + text.length,
  ]);
  if (spans.length === 0) return [];
  return [
    {
      code: 'repetition',
      severity: spans.length >= MANY ? 'major' : 'minor',
      probability: spans.length >= MANY ? 0.8 : 0.7,
      target: spans.slice(0, MAX_RUNS),
      message: {
        en: `A particle or comma is doubled (${spans.length} times).`,
        zh: `虚词或标点重复（${spans.length} 处）。`,
      },
      evidence: { times: spans.length, kind: 'stutter' },
    },
  ];
}

function finding(target: string, { from, to, unit, times }: Run): Finding {
  const isLoop = times >= LOOP_TIMES && to - from >= LOOP_CHARACTERS;
  const text = target.slice(from, from + Math.min(unit, 24)).trim();
  return {
    code: 'repetition',
    severity: isLoop ? 'critical' : 'major',
    probability: isLoop ? 0.98 : 0.85,
    target: [[from, to]],
    message: { en: `“${text}” ${times} times in a row.`, zh: `“${text}”连续重复 ${times} 次。` },
    evidence: { times, characters: to - from },
  };
}

/** Code units that must recur before a repetition is looked at, and how many places of earlier ones are remembered. */
const GRAM = 4;
const REMEMBERED = 4096;

/** Units that follow themselves directly. Each place is compared with the last one that began alike: linear. */
export function repeatedRuns(text: string): Run[] {
  const runs: Run[] = [];
  const last = new Int32Array(REMEMBERED).fill(-1);
  for (let index = 0; index + GRAM <= text.length && runs.length < MAX_RUNS; index += 1) {
    const slot = gramHash(text, index);
    const before = last[slot] ?? -1;
    last[slot] = index;
    const unit = index - before;
    if (before < 0 || unit > LONGEST_UNIT || text.charCodeAt(index) !== text.charCodeAt(before)) continue;
    const run = extend(text, index, unit);
    if (run === null) continue;
    if (isTelling(text.slice(run.from, run.from + unit), run.times)) runs.push(run);
    else if (run.to - run.from < LONGEST_UNIT) continue;
    index = run.to;
  }
  return runs;
}

function gramHash(text: string, at: number): number {
  let hash = 0;
  for (let offset = 0; offset < GRAM; offset += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at + offset)) | 0;
  return (hash ^ (hash >>> 12)) & (REMEMBERED - 1);
}

/** The stretch around a place that equals itself one unit earlier. */
function extend(text: string, at: number, unit: number): Run | null {
  let from = at;
  while (from - 1 - unit >= 0 && at - from < unit && text[from - 1] === text[from - 1 - unit]) from -= 1;
  let to = at;
  while (to < text.length && text[to] === text[to - unit]) to += 1;
  if (to - from < unit) return null;
  const times = Math.floor((to - from + unit) / unit);
  return { from: from - unit, to: from - unit + times * unit, unit, times };
}

const HAS_WORD = /[\p{L}\p{N}]/u;

function isTelling(unit: string, times: number): boolean {
  if (!HAS_WORD.test(unit)) return false;
  if (times >= LOOP_TIMES && times * unit.length >= LOOP_CHARACTERS / 2) return !/^[\d.,]+$/u.test(unit);
  let weight = 0;
  for (let index = 0; index < unit.length; index += 1) weight += isHan(unit.charCodeAt(index)) ? 1 : 0.4;
  return weight >= MIN_DOUBLED;
}
