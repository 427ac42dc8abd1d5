import { isAsciiLetter, isDigit, isHan } from '../text/scripts.ts';
import type { Check, Finding } from './check.ts';

const ENDS = new Set(Array.from('。.!?…;'));
const CLOSERS = new Set(Array.from('"\')]}>*$》」』` \n\r'));
/** Words that only open something. */
const OPEN = /[,:([{<、，：（《“‘-]$|(?:的|和|与|及|或|在|对|将|把|被|从|向|为|以|并|而|是|了|由|等|其|该|这|本)$/u;
/** What stands for a link, so that nothing need follow. */
const LINK_END = /(?:https?:\/\/\S+|this (?:https?|ftp) url|url|链接|网址|网站|github|page)[)\]\s。.]*$/iu;
const MIN_WORDS = 12;

/** Source: pofilter `endpunc`, adapted: an abstract ends as sentences end, and all that it opens it closes. */
export const endingCheck: Check = {
  name: 'ending',
  version: '1',
  run({ genre, foldedSource, foldedTarget, sourceMeasure, targetMeasure }): readonly Finding[] {
    const text = foldedTarget.trimEnd();
    if (genre === 'title') return titleEnding(foldedSource.trimEnd(), text);
    if (sourceMeasure.words < MIN_WORDS || targetMeasure.han === 0) return [];
    const last = lastSign(text);
    if (last < 0 || ENDS.has(text.charAt(last))) return [];
    if (LINK_END.test(text.slice(-80))) return [];
    const unit = text.charCodeAt(last);
    const isWord = isHan(unit) || isAsciiLetter(unit) || isDigit(unit);
    const isSourceWhole = ENDS.has(foldedSource.trimEnd().at(-1) ?? '') || LINK_END.test(foldedSource.slice(-80));
    if (!isSourceWhole) return [cut(foldedTarget, last, OPEN.test(text) ? 0.8 : 0.5)];
    return [cut(foldedTarget, last, isWord || OPEN.test(text) ? 0.92 : 0.6)];
  },
};

function titleEnding(source: string, target: string): Finding[] {
  if (!/[,:(、和与及的]$/u.test(target) || /[,:(]$/u.test(source)) return [];
  return target.endsWith('的') ? [] : [cut(target, target.length - 1, 0.7)];
}

/** The last character that no bracket, quote or formula sign follows. */
function lastSign(text: string): number {
  let last = text.length - 1;
  while (last >= 0 && CLOSERS.has(text.charAt(last)) && text.length - last < 12) last -= 1;
  return last;
}

function cut(target: string, last: number, probability: number): Finding {
  const tail = target.slice(Math.max(0, last - 11), last + 1);
  return {
    code: 'truncated',
    severity: 'critical',
    probability,
    target: [[Math.max(0, last - 11), last + 1]],
    message: { en: `It breaks off at “…${tail}”.`, zh: `译文在“…${tail}”处中断。` },
    evidence: { tail },
  };
}
