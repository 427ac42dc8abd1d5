import type { ErrorCode } from '@diglot/domain';

/**
 * Characters that should not stand in a text: controls but tab, carriage return and line feed's partners (C0, DEL, C1),
 * no-break space, soft hyphen, zero-width and bidirectional characters, line and paragraph separators, BOM, lone
 * surrogates, U+FFF9–U+FFFB, and U+FFFD, which a broken decoder left behind.
 */
const ODD = /[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd\ud800-\udfff]/g;
const NUL_OR_LONE_SURROGATE = /[\0\p{Surrogate}]/gu;
const REPLACEMENT = '\u{fffd}';
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
/** How many kinds of characters a message lists. */
const LISTED = 5;

/** One kind of trouble in one text. */
export interface OddCharacters {
  readonly code: Extract<ErrorCode, 'DIGLOT_BLOCK_CONTROL_CHARACTER' | 'DIGLOT_BLOCK_INVISIBLE_CHARACTER'>;
  /** Offset of the first. */
  readonly offset: number;
  /** Such as `U+FFFD ×3, U+0007`. */
  readonly what: string;
}

/** Walks over the odd characters of a text, forwards only, so that many fields cost one pass. */
export class OddCharacterScanner {
  private readonly text: string;
  /** In a CR LF file carriage returns are line ends. */
  private readonly crlf: boolean;
  private next: number;

  constructor(text: string, crlf: boolean) {
    this.text = text;
    this.crlf = crlf;
    this.next = this.find(0);
  }

  /** What is odd in `[from, to)`; ranges must be asked for in ascending order. */
  within(from: number, to: number): OddCharacters[] {
    if (this.next < from) this.next = this.find(from);
    if (this.next >= to) return [];
    const found = new Map<OddCharacters['code'], { offset: number; counts: Map<number, number> }>();
    for (; this.next < to; this.next = this.find(this.next + 1)) {
      const code = this.text.charCodeAt(this.next);
      const group = codeOf(code);
      const entry = found.get(group) ?? { offset: this.next, counts: new Map<number, number>() };
      entry.counts.set(code, (entry.counts.get(code) ?? 0) + 1);
      found.set(group, entry);
    }
    return [...found].map(([code, { offset, counts }]) => ({ code, offset, what: describe(counts) }));
  }

  private find(from: number): number {
    ODD.lastIndex = from;
    while (ODD.test(this.text)) {
      const offset = ODD.lastIndex - 1;
      if (!this.isFine(offset)) return offset;
    }
    return Infinity;
  }

  /** A line end of a CR LF file, or half of a proper surrogate pair. */
  private isFine(offset: number): boolean {
    const code = this.text.charCodeAt(offset);
    if (code === CARRIAGE_RETURN) return this.crlf && this.text.charCodeAt(offset + 1) === LINE_FEED;
    if (isHighSurrogate(code)) return isLowSurrogate(this.text.charCodeAt(offset + 1));
    return isLowSurrogate(code) && isHighSurrogate(this.text.charCodeAt(offset - 1));
  }
}

/** What no store can hold, U+0000 and lone surrogates, becomes U+FFFD. */
export function storable(text: string): string {
  return text.replace(NUL_OR_LONE_SURROGATE, REPLACEMENT);
}

function codeOf(code: number): OddCharacters['code'] {
  const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0) || code >= 0xfffc;
  return isControl || isHighSurrogate(code) || isLowSurrogate(code)
    ? 'DIGLOT_BLOCK_CONTROL_CHARACTER'
    : 'DIGLOT_BLOCK_INVISIBLE_CHARACTER';
}

function describe(counts: ReadonlyMap<number, number>): string {
  const kinds = [...counts].map(([code, count]) => {
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return count === 1 ? name : `${name} ×${count}`;
  });
  const rest = kinds.length - LISTED;
  return [...kinds.slice(0, LISTED), ...(rest > 0 ? [`${rest} more kinds`] : [])].join(', ');
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
