/**
 * Characters without a shape that turn the direction of the text after them (Unicode UAX #9), by the short names that
 * Unicode gives them. In text of others they serve to show something else than it says.
 */
export const DIRECTION_CONTROLS = {
  '\u202A': 'LRE',
  '\u202B': 'RLE',
  '\u202C': 'PDF',
  '\u202D': 'LRO',
  '\u202E': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
} as const;
export type DirectionControl = (typeof DIRECTION_CONTROLS)[keyof typeof DIRECTION_CONTROLS];

const CONTROL = /([\u202A-\u202E\u2066-\u2069])/u;

/** A piece of a text: some of its characters, or one that turns its direction. */
export interface DirectionPiece {
  readonly text: string;
  readonly control: DirectionControl | null;
}

/** Cuts a text at the characters that turn its direction. The pieces together are the text. */
export function cutAtControls(text: string): DirectionPiece[] {
  const names: Readonly<Record<string, DirectionControl>> = DIRECTION_CONTROLS;
  return text
    .split(CONTROL)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, control: names[piece] ?? null }));
}
