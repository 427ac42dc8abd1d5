/** How KaTeX is asked. Nothing is trusted, and lengths are kept finite only so that they can be judged afterwards. */
export const DRAWING = {
  throwOnError: true,
  strict: 'ignore',
  trust: false,
  maxSize: 1_000,
  maxExpand: 200,
} as const;

/**
 * Links, pictures, bars of ink, and colours of its own, which are also how KaTeX draws the name of a command that it
 * refuses, without what the command was given. Transparent is what `\phantom` leaves room with.
 */
const MORE = /<(?:a|img)\b|\bkatex-rule\b|style="[^"]*color:(?!\s*transparent)/;

/** The most that a style may ask for, in em, either way. A matrix of twenty rows is 24 high, a line of a fraction 0.04. */
const LIMITS = [
  [/border[a-z-]*:\s*(-?[\d.e+]+)em/g, 0.2],
  [/margin[a-z-]*:\s*(-?[\d.e+]+)em/g, 4],
  [/(?:height|width|top|bottom|vertical-align):\s*(-?[\d.e+]+)em/g, 60],
] as const;

/**
 * Whether what KaTeX drew is no more than a formula: it loads nothing, leads nowhere, paints nothing but signs in the colour of
 * the text, and moves nothing far. What was drawn is judged, and not what was written: definitions can hide any command.
 */
export function isPlainDrawing(markup: string): boolean {
  if (MORE.test(markup)) return false;
  return LIMITS.every(([length, most]) =>
    [...markup.matchAll(length)].every(([, amount]) => Math.abs(Number(amount)) <= most),
  );
}
