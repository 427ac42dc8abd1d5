import { sha256 } from '@diglot/domain';
import type { ParsedEntry, Steps } from '@diglot/formats';
import type { DigestProfile } from './digest-profile.ts';

/** A shorter English abstract does not tell whether its Chinese is whole. */
const COMPARABLE_WORDS = 60;
/**
 * Han characters for each English word below which an abstract is not whole. Of 56,000 real ones hardly any lies between
 * 0.5 and 1.1: whole ones have 1.4 to 2.2, titles in their place 0.5 at most.
 */
const WHOLE_RATIO = 0.8;
const SPACE = 0x20;
/** What a model that has lost its way leaves: broken characters, doubled signs, a word three times, turns of a chat. */
const GARBLED = /[\ufffd\r]|，，|。。|、、|(?<!目)的的|([\u4e00-\u9fff]{2})\1\1|^\s*(?:user|assistant)\s*$/m;
/** So many entries are looked at in a few milliseconds. */
const LOOKED_AT_ONCE = 200;

/** Looks at the entries of a digest; how they are ordered does not matter. */
export function* profileEntries(entries: readonly ParsedEntry[]): Steps<DigestProfile> {
  const sums = {
    chineseTitles: 0,
    chineseAbstracts: 0,
    comparable: 0,
    short: 0,
    garbled: 0,
    han: 0,
    words: 0,
    withoutAuthors: 0,
  };
  for (const [index, { title, abstract, authors }] of entries.entries()) {
    if (title.zh !== null) sums.chineseTitles += 1;
    if (authors.length === 0) sums.withoutAuthors += 1;
    if (abstract.zh !== null) addAbstract(sums, abstract.en, abstract.zh);
    if (index % LOOKED_AT_ONCE === LOOKED_AT_ONCE - 1) yield;
  }
  const papers = [...new Set(entries.map(({ arxivId }) => arxivId))].toSorted();
  return { ...sums, entries: entries.length, papersHash: papers.length === 0 ? null : sha256(papers.join('\n')) };
}

type Sums = { -readonly [Name in keyof DigestProfile]: DigestProfile[Name] };

function addAbstract(sums: Omit<Sums, 'entries' | 'papersHash'>, en: string, zh: string): void {
  sums.chineseAbstracts += 1;
  if (GARBLED.test(zh)) sums.garbled += 1;
  const words = countWords(en);
  if (words < COMPARABLE_WORDS) return;
  const han = countHan(zh);
  sums.comparable += 1;
  if (han < words * WHOLE_RATIO) {
    sums.short += 1;
  } else {
    sums.han += han;
    sums.words += words;
  }
}

/** As good as counting by script, which is many times slower: hardly any text has a Han character of another block. */
function countHan(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x3400 && code <= 0x9fff) count += 1;
  }
  return count;
}

/** Runs of anything but white space and controls. */
function countWords(text: string): number {
  let count = 0;
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const isLetter = text.charCodeAt(at) > SPACE;
    if (isLetter && !inside) count += 1;
    inside = isLetter;
  }
  return count;
}
