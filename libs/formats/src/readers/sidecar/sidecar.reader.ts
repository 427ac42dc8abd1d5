import { parseArxivReference, type ArxivReference } from '@diglot/domain';
import {
  LONGEST_BLOCK,
  MAX_DIAGNOSTICS,
  type Diagnostic,
  type SidecarDocument,
  type SidecarRecord,
} from '../../digest-file.ts';
import type { SourceText } from '../../source/source-text.ts';
import { STEP_BYTES, type Steps } from '../../steps.ts';
import { FilledLines, firstFilledLines, type Line } from '../../text/lines.ts';
import { storable } from '../../text/odd-characters.ts';
import { splitAuthors } from '../digest/split-authors.ts';
import type { DigestReader } from '../digest-reader.ts';
import { parsePythonLiteral, PythonLiteralError, type PythonValue } from './python-literal.ts';

/** A record begins with its identifier: a Python dict (as found) or a JSON object (as the file's name promises). */
const RECORD = /^\{\s*(?:'arxiv_id'|"arxiv_id")\s*:/;

/** The twin of a digest: `papers.jsonl`, whose lines are Python literals, not JSON. */
export const sidecarReader: DigestReader = {
  name: 'sidecar',
  kind: 'sidecar',
  detect: (source) => (RECORD.test(firstFilledLines(source, 1)[0]?.text ?? '') ? 1 : 0),
  read,
};

function* read(source: SourceText): Steps<SidecarDocument> {
  const records: SidecarRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  let broken = 0;
  for (const lines = new FilledLines(source); !lines.isDone; yield) {
    for (const line of lines.next(STEP_BYTES)) {
      const record = readRecord(line);
      if ('arxivId' in record) records.push(record);
      else {
        broken += 1;
        if (broken <= MAX_DIAGNOSTICS) diagnostics.push(record);
      }
    }
  }
  return { kind: 'sidecar', entries: [], diagnostics, omittedDiagnostics: broken - diagnostics.length, records };
}

function readRecord(line: Line): SidecarRecord | Diagnostic {
  if (line.isCut) return broken(line, 0, `a record may have ${LONGEST_BLOCK.toLocaleString('en')} bytes`);
  try {
    const value = parsePythonLiteral(line.text);
    if (!(value instanceof Map)) return broken(line, 0, 'a record must be a dict');
    const reference = parseArxivReference(textOf(value, 'arxiv_id') ?? '');
    return reference === null ? broken(line, 0, 'arxiv_id is no identifier') : recordOf(value, reference, line.number);
  } catch (error) {
    if (error instanceof PythonLiteralError) return broken(line, error.offset, error.message);
    throw error;
  }
}

function recordOf(value: Map<string, PythonValue>, { id, version }: ArxivReference, line: number): SidecarRecord {
  return {
    arxivId: id,
    line,
    paper: {
      version,
      title: { en: textOf(value, 'title') ?? '', zh: textOf(value, 'title_zh') },
      authors: splitAuthors(textOf(value, 'authors') ?? ''),
      link: textOf(value, 'link') ?? '',
      abstract: { en: textOf(value, 'abstract') ?? '', zh: textOf(value, 'abstract_zh') },
    },
  };
}

/** A text of a record, without outer white space; null where it is missing, empty or no text. */
function textOf(record: Map<string, PythonValue>, key: string): string | null {
  const value = record.get(key);
  return typeof value === 'string' ? storable(value).trim() || null : null;
}

function broken({ number, start }: Line, offset: number, message: string): Diagnostic {
  return { severity: 'error', code: 'DIGLOT_BLOCK_BAD_RECORD', line: number, column: start + offset + 1, message };
}
