import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { DiglotError } from '@diglot/domain';
import type { LexiconData } from './lexicon-data.ts';
import type { CoverEvidence, Lexicon } from './lexicon.ts';
import { WordIndex } from './word-index.ts';

/**
 * The file: Brotli over, in this order, the magic number, a JSON header with the length of each section, and the
 * sections. Strings are joined by line feeds; whole numbers are LEB128.
 */
const MAGIC = 'DGLX1\n';
const SECTIONS = [
  'words',
  'wordCounts',
  'stems',
  'links',
  'stemCover',
  'wordCover',
  'keptWords',
  'keptChances',
] as const;
type Section = (typeof SECTIONS)[number];

/**
 * Writes a lexicon as the bytes of a file.
 * @param quality of Brotli, 0 to 11
 */
export function encodeLexicon(data: LexiconData, quality = 11): Uint8Array {
  const sections: Record<Section, Buffer> = {
    words: Buffer.from(data.words.join('\n')),
    wordCounts: varints(data.wordCounts),
    stems: Buffer.from(data.stems.join('\n')),
    links: varints(data.links.flatMap((ids) => [ids.length, ...ids.map((id, at) => id - (ids[at - 1] ?? 0))])),
    stemCover: Buffer.from(data.stemCover.flat()),
    wordCover: Buffer.from(data.wordCover.flat()),
    keptWords: Buffer.from(data.kept.map(([word]) => word).join('\n')),
    keptChances: Buffer.from(data.kept.map(([, chance]) => chance)),
  };
  const header = JSON.stringify(SECTIONS.map((name) => sections[name].length));
  const plain = Buffer.concat([Buffer.from(`${MAGIC}${header}\n`), ...SECTIONS.map((name) => sections[name])]);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  return brotliCompressSync(plain, { params });
}

/**
 * Reads a lexicon from the bytes of its file. Do it once per process: it takes tens of milliseconds.
 * @throws DiglotError `DIGLOT_LEXICON_UNUSABLE` when the bytes are not a lexicon of this version
 */
export function loadLexicon(bytes: Uint8Array): Lexicon {
  const plain = decompress(bytes);
  if (plain.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new DiglotError('DIGLOT_LEXICON_UNUSABLE', 'the bytes are not a lexicon of this version');
  }
  const headerEnd = plain.indexOf(10, MAGIC.length);
  const lengths = JSON.parse(plain.toString('latin1', MAGIC.length, headerEnd)) as number[];
  let at = headerEnd + 1;
  const sections = {} as Record<Section, Buffer>;
  SECTIONS.forEach((name, index) => {
    const end = at + (lengths[index] ?? 0);
    sections[name] = plain.subarray(at, end);
    at = end;
  });
  return fromSections(sections, createHash('sha256').update(bytes).digest('hex'));
}

function decompress(bytes: Uint8Array): Buffer {
  try {
    return brotliDecompressSync(bytes);
  } catch (cause) {
    throw new DiglotError('DIGLOT_LEXICON_UNUSABLE', 'the bytes cannot be decompressed', { cause });
  }
}

function fromSections(sections: Record<Section, Buffer>, hash: string): Lexicon {
  const words = lines(sections.words);
  const stems = lines(sections.stems);
  const index = new WordIndex(words);
  const wordLengths = Uint8Array.from(words, (word) => word.length);
  const stemIds = numbered(stems);
  const { offsets, targets } = readLinks(sections.links, stems.length);
  const counts = readVarints(sections.wordCounts);
  const running = counts.reduce((sum, count) => sum + count, 0);
  const costs = Float32Array.from(counts, (count) => Math.log(running / Math.max(1, count)));
  const kept = new Map(
    lines(sections.keptWords).map((word, index) => [word, (sections.keptChances[index] ?? 0) / 255]),
  );
  const stemEvidence = readEvidence(sections.stemCover);
  const wordEvidence = readEvidence(sections.wordCover);
  return {
    hash,
    unknownCost: Math.log(running) + 2,
    idOf: (word) => index.idOf(word),
    eachWordAt: (text, at, end, visit) => index.eachWordAt(text, at, end, visit),
    costOf: (id) => costs[id] ?? Infinity,
    stemId: (stem) => stemIds.get(stem),
    eachLink(stemId, visit) {
      const end = offsets[stemId + 1] ?? 0;
      for (let index = offsets[stemId] ?? 0; index < end; index += 1) visit(targets[index] ?? 0);
    },
    lengthOf: (id) => wordLengths[id] ?? 1,
    stemEvidence: (id) => stemEvidence[id] ?? NO_EVIDENCE,
    wordEvidence: (id) => wordEvidence[id] ?? NO_EVIDENCE,
    retention: (word) => kept.get(word.toLowerCase()),
  };
}

const NO_EVIDENCE: CoverEvidence = { found: 0, missing: 0 };

function readEvidence(pairs: Buffer): CoverEvidence[] {
  const evidence: CoverEvidence[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const translated = probability(pairs[index] ?? 0);
    const unrelated = probability(pairs[index + 1] ?? 0);
    evidence.push({
      found: Math.max(0, Math.log(translated / unrelated)),
      missing: Math.min(0, Math.log((1 - translated) / (1 - unrelated))),
    });
  }
  return evidence;
}

/** Nothing is certain: half a step away from 0 and 1. */
const probability = (step: number): number => Math.min(254.5, Math.max(0.5, step)) / 255;

function readLinks(section: Buffer, stems: number): { offsets: Int32Array; targets: Int32Array } {
  const numbers = readVarints(section);
  const offsets = new Int32Array(stems + 1);
  const targets = new Int32Array(Math.max(0, numbers.length - stems));
  let at = 0;
  let filled = 0;
  for (let stem = 0; stem < stems; stem += 1) {
    const count = numbers[at] ?? 0;
    at += 1;
    let id = 0;
    for (let index = 0; index < count; index += 1) {
      id += numbers[at] ?? 0;
      at += 1;
      targets[filled] = id;
      filled += 1;
    }
    offsets[stem + 1] = filled;
  }
  return { offsets, targets };
}

const lines = (section: Buffer): string[] => (section.length === 0 ? [] : section.toString('utf8').split('\n'));

const numbered = (words: readonly string[]): Map<string, number> => new Map(words.map((word, index) => [word, index]));

function varints(numbers: readonly number[]): Buffer {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number;
    while (rest >= 128) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }
  return Buffer.from(bytes);
}

function readVarints(section: Buffer): Int32Array {
  const numbers = new Int32Array(section.length);
  let count = 0;
  let value = 0;
  let shift = 0;
  for (const byte of section) {
    value += (byte & 127) << shift;
    if (byte < 128) {
      numbers[count] = value;
      count += 1;
      value = 0;
      shift = 0;
    } else shift += 7;
  }
  return numbers.subarray(0, count);
}
