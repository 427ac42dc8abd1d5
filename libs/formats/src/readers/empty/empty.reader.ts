import type { DigestReader } from '../digest-reader.ts';
import { isBlankText } from '../../text/lines.ts';

/** A file without text, which a topic without papers has. */
export const emptyReader: DigestReader = {
  kind: 'empty',
  detect: (text) => (isBlankText(text) ? 1 : 0),
  read: () => ({ kind: 'empty', entries: [], diagnostics: [], omittedDiagnostics: 0 }),
};
