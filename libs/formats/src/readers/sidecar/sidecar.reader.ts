import { filledLines, firstFilledLines } from '../../text/lines.ts';
import type { DigestReader } from '../digest-reader.ts';

/** A record begins with its identifier: a Python dict (as found) or a JSON object (as named). */
const RECORD = /^\{\s*(?:'arxiv_id'|"arxiv_id")\s*:/;

/** The twin of a digest: `papers.jsonl`, whose lines are Python literals, not JSON. */
export const sidecarReader: DigestReader = {
  kind: 'sidecar',
  detect: ({ text }) => (RECORD.test(firstFilledLines(text, 1)[0]?.text ?? '') ? 1 : 0),
  read: ({ text }) => ({
    kind: 'sidecar',
    entries: [],
    diagnostics: [],
    omittedDiagnostics: 0,
    records: [...filledLines(text)].length,
  }),
};
