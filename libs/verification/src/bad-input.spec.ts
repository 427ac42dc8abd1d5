import fc from 'fast-check';
import { VERDICTS } from '@diglot/domain';
import { CHINESE, ENGLISH, judgeWithLexicon } from './testing/texts.ts';
import { verify } from './verify.ts';

const ODD: Record<string, string> = {
  empty: '',
  'one character': '译',
  'only LaTeX': '$\\frac{1}{2}$ \\[ x^2 \\] $$',
  'only emoji': '😀😃🎉',
  'unpaired surrogates': '\ud83d 译文 \udc00 \ud800',
  'right to left': 'הרובוט מקפל מגבות‏ ‮שלום',
  'NUL and controls': 'a\u0000b\u0007\u009d',
  'the source': ENGLISH,
  Japanese: 'ロボットがタオルを折る。',
  Korean: '로봇이 수건을 접는다.',
};
const PIECES = [
  ENGLISH,
  CHINESE,
  '7B 10^',
  '$$',
  '(（[',
  '\n\n',
  '以下是翻译：',
  '20世纪90年代',
  '\ud800',
  'AAAA',
  '111,222.333%',
];

describe('bad input', () => {
  const names = Object.keys(ODD);
  it.each(names.flatMap((source) => names.map((target) => [source, target])))(
    '%s → %s gets a verdict',
    (source, target) => {
      for (const genre of ['title', 'abstract'] as const) {
        const result = judgeWithLexicon({ source: ODD[source] ?? '', target: ODD[target] ?? '', genre });
        expect(VERDICTS).toContain(result.verdict);
        expect(result.score).toBeGreaterThanOrEqual(0);
        expect(result.score).toBeLessThanOrEqual(100);
      }
    },
  );

  it.each(['empty', 'only LaTeX', 'only emoji', 'right to left', 'the source', 'Japanese', 'Korean'])(
    'never accepts %s as the translation of an abstract',
    (name) => {
      expect(judgeWithLexicon({ source: ENGLISH, target: ODD[name] ?? '', genre: 'abstract' }).verdict).toBe(
        'retranslate',
      );
    },
  );

  it('does not accept source and translation in each other’s place', () => {
    expect(judgeWithLexicon({ source: CHINESE, target: ENGLISH, genre: 'abstract' }).verdict).toBe('retranslate');
  });

  it('keeps every span inside its text and every probability between 0 and 1', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, fc.constantFrom('title' as const, 'abstract' as const), (source, target, genre) => {
        for (const judge of [verify, judgeWithLexicon]) {
          const { issues, alignment } = judge({ source, target, genre });
          const isInside = ([from, to]: readonly [number, number], whole: string): boolean =>
            from >= 0 && from <= to && to <= whole.length;
          for (const issue of issues) {
            if (!issue.source.every((span) => isInside(span, source))) return false;
            if (!issue.target.every((span) => isInside(span, target))) return false;
            if (!(issue.probability >= 0 && issue.probability <= 1)) return false;
          }
          for (const bead of alignment) {
            if (bead.source && !isInside(bead.source, source)) return false;
            if (bead.target && !isInside(bead.target, target)) return false;
          }
        }
        return true;
      }),
      { numRuns: 60 },
    );
  });

  it('says the same twice', () => {
    const pair = { source: ENGLISH, target: CHINESE.replace('92', '29'), genre: 'abstract' } as const;
    expect(judgeWithLexicon(pair)).toEqual(judgeWithLexicon(pair));
  });

  // A quadratic rule would need hours for a megabyte and fails by the time limit of the runner.
  it.each([
    ...[ENGLISH, CHINESE].map((piece): [string, number] => [piece, 1_000_000]),
    ...[
      '1',
      '1 ',
      'A',
      'a b ',
      '(',
      '，',
      '7B ',
      '<',
      '的',
      'AbC ',
      '\ud800',
      '$x$ ',
      'https://a.b/c ',
      '\n\n',
      '1.5×10^3',
    ].map((piece): [string, number] => [piece, 100_000]),
  ])('comes to a verdict on %j, again and again', (piece, length) => {
    const long = piece.repeat(Math.ceil(length / piece.length));
    expect(VERDICTS).toContain(judgeWithLexicon({ source: long, target: long.slice(1), genre: 'abstract' }).verdict);
    expect(VERDICTS).toContain(judgeWithLexicon({ source: ENGLISH, target: long, genre: 'abstract' }).verdict);
  });
});
