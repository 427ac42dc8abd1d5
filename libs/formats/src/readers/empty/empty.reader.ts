import type { DigestReader } from '../digest-reader.ts';
import { isBlank } from '../digest/grammar.ts';

/** A file without text, which a topic without papers has. */
export const emptyReader: DigestReader = {
  kind: 'empty',
  detect: ({ view }) => (isBlank(view, 0, view.length) ? 1 : 0),
  read: () => ({ kind: 'empty', entries: [], diagnostics: [], omittedDiagnostics: 0 }),
};
