/** What a literal may hold; a dict becomes a Map, so that no key can mean anything else. */
export type PythonValue = string | number | boolean | null | PythonValue[] | Map<string, PythonValue>;

/** Why a text is no literal, and where. */
export class PythonLiteralError extends Error {
  override readonly name = 'PythonLiteralError';
  /** UTF-16 code units from 0. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Records are flat; deeper nesting is an attack on the stack. */
const DEEPEST = 16;
const SPACE = /[ \t\r\n]*/y;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z]+/y;
/** Everything up to the next backslash, quote or line end. */
const PLAIN = { "'": /[^'\\\n]*/y, '"': /[^"\\\n]*/y } as const;
const ESCAPE = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^xuUN\n]))/y;

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['True', true],
  ['False', false],
  ['None', null],
  // The spelling of JSON, which is otherwise a part of this language.
  ['true', true],
  ['false', false],
  ['null', null],
]);
const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\u0007',
  '\\': '\\',
  "'": "'",
  '"': '"',
  // Python keeps the backslash before any other character; JSON escapes this one.
  '/': '/',
};

/**
 * Reads a literal of Python (strings, numbers, `True`, `False`, `None`, lists, tuples, dicts with string keys) or JSON.
 * Nothing is evaluated; the time is linear.
 *
 * @throws PythonLiteralError
 */
export function parsePythonLiteral(text: string): PythonValue {
  const parser = new LiteralParser(text);
  const value = parser.value(0);
  parser.end();
  return value;
}

class LiteralParser {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
    this.skipSpace();
  }

  value(depth: number): PythonValue {
    if (depth > DEEPEST) throw this.error('nested too deeply');
    const first = this.text[this.at];
    if (first === '{') return this.dict(depth);
    if (first === '[') return this.list(']', depth);
    if (first === '(') return this.list(')', depth);
    if (first === "'" || first === '"') return this.string(first);
    const word = this.word();
    return word === undefined ? this.number() : word;
  }

  end(): void {
    if (this.at < this.text.length) throw this.error('text follows the value');
  }

  private dict(depth: number): Map<string, PythonValue> {
    const entries = new Map<string, PythonValue>();
    this.items('}', () => {
      const quote = this.text[this.at];
      if (quote !== "'" && quote !== '"') throw this.error('a key must be a string');
      const key = this.string(quote);
      this.expect(':');
      entries.set(key, this.value(depth + 1));
    });
    return entries;
  }

  private list(closer: ']' | ')', depth: number): PythonValue[] {
    const values: PythonValue[] = [];
    this.items(closer, () => values.push(this.value(depth + 1)));
    return values;
  }

  /** Comma-separated items between the bracket here and its closer; a comma may follow the last one. */
  private items(closer: string, readItem: () => void): void {
    this.expect(this.text[this.at] ?? '');
    while (!this.takes(closer)) {
      readItem();
      this.skipSpace();
      if (this.takes(closer)) return;
      this.expect(',');
    }
  }

  private string(quote: "'" | '"'): string {
    this.at += 1;
    const parts: string[] = [];
    for (;;) {
      parts.push(this.match(PLAIN[quote])?.[0] ?? '');
      if (this.text[this.at] === quote) break;
      if (this.text[this.at] !== '\\') throw this.error('a string does not end');
      parts.push(this.escape());
    }
    this.at += 1;
    this.skipSpace();
    return parts.join('');
  }

  private escape(): string {
    const escape = this.match(ESCAPE);
    if (!escape) throw this.error('an escape sequence is not valid');
    const [whole, octal, ...rest] = escape;
    const short = rest.pop();
    if (short !== undefined) return SHORT_ESCAPES[short] ?? whole;
    const hex = rest.find((digits) => digits !== undefined);
    const code = octal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(octal, 8);
    if (code > 0x10ffff) throw this.error('an escape sequence names no character');
    return String.fromCodePoint(code);
  }

  private word(): boolean | null | undefined {
    const start = this.at;
    const word = this.match(WORD)?.[0];
    if (word === undefined) return undefined;
    const value = WORDS.get(word);
    if (value === undefined) {
      this.at = start;
      throw this.error(`${JSON.stringify(word.slice(0, 20))} is no value`);
    }
    this.skipSpace();
    return value;
  }

  private number(): number {
    const digits = this.match(NUMBER)?.[0];
    if (digits === undefined) throw this.error('a value is missing');
    this.skipSpace();
    return Number(digits);
  }

  private takes(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    this.skipSpace();
    return true;
  }

  private expect(token: string): void {
    if (token === '' || !this.takes(token)) throw this.error(`${JSON.stringify(token)} is missing`);
  }

  private skipSpace(): void {
    this.match(SPACE);
  }

  private match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  private error(message: string): PythonLiteralError {
    return new PythonLiteralError(message, this.at);
  }
}
