import fc from 'fast-check';
import type { PaperText } from '@diglot/domain';
import { printBlock } from './blocks.ts';

/** Pieces that mean something to the grammar, or break careless code. */
const PIECES = [
  '\n',
  '\n\n',
  '\r\n',
  ' ',
  '\t',
  '---',
  '\n---\n',
  '\n--- \t\n',
  '\n----\n',
  '\n***\n',
  '\n\ufeff# X',
  '# ',
  '\n# X',
  '\n#',
  '\n## X\n',
  '**Abstract**: ',
  '\n**Abstract**: y',
  '\n**Link**: z',
  '\n**Title (ZH)**:',
  '\n **Link**: z',
  '\n**Bold**: z',
  '[x](y)',
  '中文',
  '，',
  'word',
  '🐝',
  '\0',
  '\u{fffd}',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\ud800',
  'é',
  '$x_1$',
  '(',
  ')',
  ',',
];

/** Text that tries to look like structure. */
export function nastyText(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  return fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
}

const filled = () => nastyText().map((text) => `x${text}`);

const link = () =>
  fc
    .record({
      number: fc.integer({ min: 0, max: 99_999 }),
      version: fc.option(fc.integer({ min: 1, max: 99 })),
      page: fc.constantFrom('abs', 'pdf'),
    })
    .map(({ number, version, page }) => ({
      version,
      link: `https://arxiv.org/${page}/2511.${String(number).padStart(5, '0')}${version === null ? '' : `v${version}`}`,
    }));

/** A paper whose texts come from anywhere. */
export function nastyPaper(): fc.Arbitrary<PaperText> {
  return fc
    .record({
      en: filled(),
      zh: fc.option(nastyText()),
      abstract: filled(),
      abstractZh: fc.option(nastyText()),
      authors: fc.array(nastyText(), { maxLength: 3 }),
      where: link(),
    })
    .map(({ en, zh, abstract, abstractZh, authors, where }) => ({
      ...where,
      title: { en, zh },
      authors,
      abstract: { en: abstract, zh: abstractZh },
    }));
}

/** A file that is printed like a digest, whatever its texts make of that. */
export function nastyDigest(): fc.Arbitrary<string> {
  const optional = () => fc.option(nastyText(), { nil: undefined, freq: 4 });
  const block = fc
    .record({
      title: filled(),
      titleZh: optional(),
      authors: optional(),
      where: link(),
      abstract: filled(),
      abstractZh: optional(),
    })
    .map(({ where, ...parts }) => printBlock({ ...parts, link: `[PDF](${where.link})` }));
  const lineEnds = fc.constantFrom('\n', '\r\n');
  return fc
    .tuple(fc.array(block, { minLength: 1, maxLength: 4 }), lineEnds)
    .map(([blocks, end]) => blocks.join('').replaceAll(/\r?\n/g, end));
}
