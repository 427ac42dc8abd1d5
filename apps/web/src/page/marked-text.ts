import type { Severity, Span } from './api-types.ts';
import { element, type Child } from './dom.ts';
import { cutSegments, type Layer } from './segments.ts';

/** What of a text is to be marked. */
export interface Marks {
  /** Where the search matches. */
  readonly matches?: readonly Span[];
  readonly issues?: readonly { readonly severity: Severity; readonly spans: readonly Span[] }[];
}

/** A text with its marks. */
export function markedText(text: string, { matches = [], issues = [] }: Marks): Child[] {
  const layers: Layer[] = [
    { name: 'match', spans: matches },
    ...issues.map(({ severity, spans }) => ({ name: severity, spans })),
  ];
  return cutSegments(text, layers).map((segment) =>
    segment.names.length === 0 ? segment.text : element('mark', { class: segment.names.join(' ') }, segment.text),
  );
}
