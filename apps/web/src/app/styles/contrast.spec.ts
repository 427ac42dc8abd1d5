import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): string => readFileSync(FOLDER + path, 'utf8');
const sheets = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map(read);

/** WCAG 2.2, 1.4.3, for text that is not large. */
const ENOUGH = 4.5;

/** Any text of the page may come to stand on any of these; `--match` sets the colour of its text itself. */
const GROUNDS = 'ground surface sunken accent-ground pair good-ground warn-ground bad-ground'.split(' ');

const COLOUR = /--(?<name>[\w-]+): light-dark\((?<light>#\w{6}), (?<dark>#\w{6})\)/g;
const colours = new Map(
  [...read('styles/tokens.css').matchAll(COLOUR)].map(({ groups = {} }) => [
    groups['name'],
    { light: groups['light'] ?? '', dark: groups['dark'] ?? '' },
  ]),
);

/** Relative luminance, from 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Of pairs of a ground and the ink on it, those that cannot be read well, in either scheme. */
function faint(pairs: readonly (readonly [ground: string, ink: string])[]): string[] {
  return pairs.flatMap(([ground, ink]) =>
    (['light', 'dark'] as const)
      .map((scheme) => ({
        scheme,
        ratio: contrast(colours.get(ground)?.[scheme] ?? '', colours.get(ink)?.[scheme] ?? ''),
      }))
      .filter(({ ratio }) => !(ratio >= ENOUGH))
      .map(({ scheme, ratio }) => `${ink} on ${ground}, ${scheme}: ${ratio.toFixed(2)}`),
  );
}

const INK = /(?<![\w-])color: var\(--(?<ink>[\w-]+)\)/;
const GROUND = /background: var\(--(?<ground>[\w-]+)\)/;

describe('contrast', () => {
  it('is enough for any ink on any ground', () => {
    const inks = new Set(
      sheets.flatMap((sheet) => [...sheet.matchAll(new RegExp(INK, 'g'))].map((ink) => ink[1] ?? '')),
    );
    inks.delete('on-accent');
    expect([...inks]).toEqual(expect.arrayContaining(['ink', 'ink-soft', 'ink-faint', 'accent', 'bad']));
    expect(faint([...inks].flatMap((ink) => GROUNDS.map((ground) => [ground, ink] as const)))).toEqual([]);
  });

  it('is enough wherever one rule sets both', () => {
    const rules = sheets.flatMap((sheet) => sheet.split('}'));
    const pairs = rules.flatMap((rule) => {
      const [ground, ink] = [GROUND.exec(rule)?.[1], INK.exec(rule)?.[1]];
      return ground === undefined || ink === undefined ? [] : [[ground, ink] as const];
    });
    expect(pairs).toEqual(expect.arrayContaining([['match', 'ink']]));
    expect(faint(pairs)).toEqual([]);
  });
});
