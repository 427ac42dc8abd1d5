import { DiglotError } from '@diglot/domain';
import { parseDigest, readDigest, renderDigest, type DigestFile } from '@diglot/formats';

const PATH = 'fuzz.md';
/** The headings of digests of summaries. */
const SUMMARIES = /^### \[/m;

/** What came of one file. */
export type Outcome = DigestFile['kind'] | 'refused';

/**
 * Reads a file and looks whether what must hold of any file does.
 * @throws Error naming what does not
 */
export function checkFile(bytes: Buffer): Outcome {
  const file = readOrRefuse(bytes);
  if (file === null) return 'refused';
  const text = new TextDecoder('utf-8').decode(bytes);
  checkPlaces(file, text);
  checkTexts(file, text);
  // A byte order mark belongs to the encoding; of two the second is text.
  checkAgain(file, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  return file.kind;
}

/** Whatever the bytes, they are read or refused with a code and a place in the file. */
function readOrRefuse(bytes: Buffer): DigestFile | null {
  try {
    return readDigest(bytes, { path: PATH });
  } catch (error) {
    const isRefusal = error instanceof DiglotError && error.class === 'Invalid' && error.place.file === PATH;
    if (!isRefusal) throw error;
    const { line = 1, column = 1 } = error.place;
    // A replaced byte is a character, so that lines and columns before it are what they were.
    checkPlace({ line, column }, linesOf(new TextDecoder('utf-8').decode(bytes)), error.code);
    return null;
  }
}

function checkPlaces(file: DigestFile, text: string): void {
  const lines = linesOf(text);
  for (const { line, column, code } of file.diagnostics) checkPlace({ line, column }, lines, code);
  for (const { line, arxivId } of file.entries) {
    // Behind the byte order marks of files that were joined, too.
    if (!/^\uFEFF*(?:#[ \t\r]?$|#[ \t\r]|### \[)/.test(lines[line - 1] ?? ''))
      throw new Error(`${arxivId} begins at line ${line}, which is no title`);
  }
}

function checkPlace(
  { line, column }: { readonly line: number; readonly column: number },
  lines: readonly string[],
  what: string,
): void {
  const isInside = line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1;
  if (!isInside) throw new Error(`${what} points at ${line}:${column}, which is not in the file`);
}

/** Nothing is invented: every text of every entry stands in the file, in the block of the entry. */
function checkTexts(file: DigestFile, text: string): void {
  const lines = linesOf(text);
  for (const [index, { line, arxivId, title, abstract, authors }] of file.entries.entries()) {
    const next = file.entries[index + 1]?.line ?? lines.length + 1;
    const block = plain(lines.slice(line - 1, next - 1).join('\n'));
    // Between a name and its `Jr.` a comma without a name is left out.
    const names = authors.flatMap((name) => name.split(','));
    for (const part of [title.en, title.zh, abstract.en, abstract.zh, ...names]) {
      if (part !== null && !block.includes(plain(part))) {
        throw new Error(`${arxivId} has a text that does not stand in its block: ${JSON.stringify(part)}`);
      }
    }
    if (!text.includes(arxivId.split('/').at(-1) ?? '')) throw new Error(`${arxivId} does not stand in the file`);
  }
}

/** Apart from white space, and from what no store can hold. */
function plain(text: string): string {
  return text.replaceAll(/[\0\p{Surrogate}]/gu, '\u{fffd}').replaceAll(/[ \t\r\n]+/g, '');
}

/** The same from text as from bytes, and the same again when it is printed canonically. */
function checkAgain(file: DigestFile, text: string): void {
  if (JSON.stringify(parseDigest(text, { path: PATH })) !== JSON.stringify(file)) {
    throw new Error('its text is not read as its bytes are');
  }
  if (file.kind !== 'digest' || file.entries.length === 0) return;
  // A title that goes on with the heading of another format: nobody can tell what that is.
  if (file.entries.some(({ title }) => SUMMARIES.test(title.en))) return;
  const once = readDigest(Buffer.from(renderDigest(file.entries)), { path: PATH });
  // What another reader read may hold a line that would begin a field; printed, it has a space before it.
  const expected = SUMMARIES.test(text) ? readDigest(Buffer.from(renderDigest(once.entries)), { path: PATH }) : file;
  if (withoutLines(once) !== withoutLines(expected) || once.entries.length !== file.entries.length) {
    throw new Error('printed canonically it is read as something else');
  }
}

function withoutLines({ entries }: DigestFile): string {
  return JSON.stringify(entries.map(({ line: _line, ...entry }) => entry));
}

function linesOf(text: string): string[] {
  return text.split('\n');
}
