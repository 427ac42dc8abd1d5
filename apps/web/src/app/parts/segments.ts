import type { Span } from '../../api/types.ts';

/** Some spans of a text, to be marked in the same way. */
export interface Layer {
  readonly name: string;
  readonly spans: readonly Span[];
}

/** A piece of a text with the names of the layers that cover it. */
export interface Segment {
  readonly text: string;
  readonly names: readonly string[];
}

/** Cuts a text where any layer begins or ends. The pieces together are the text; spans outside of it are cut to it. */
export function cutSegments(text: string, layers: readonly Layer[]): Segment[] {
  const cuts = new Set([0, text.length]);
  for (const { spans } of layers) for (const span of spans) for (const at of span) cuts.add(clamp(at, text.length));
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? 0;
    const covering = layers.filter(({ spans }) => spans.some(([start, end]) => start <= from && end >= to));
    return { text: text.slice(from, to), names: [...new Set(covering.map(({ name }) => name))] };
  });
}

function clamp(at: number, length: number): number {
  return Math.min(Math.max(0, at), length);
}
