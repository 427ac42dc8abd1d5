import type { DigestReader } from '../digest-reader.ts';

/** A file without text, which a topic without papers has. */
export const emptyReader: DigestReader = {
  name: 'empty',
  kind: 'empty',
  detect: ({ start, text }) => (start === text.length ? 1 : 0),
  *read() {
    yield;
    return { kind: 'empty', entries: [], diagnostics: [], omittedDiagnostics: 0 };
  },
};
