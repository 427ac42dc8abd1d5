import { parseArxivReference, type ArxivReference } from '@diglot/domain';

/** What a link field says. */
export interface ReadLink {
  /** null: no arXiv identifier in it. */
  readonly reference: ArxivReference | null;
  /**
   * The address as printed, for a digest is evidence and rendering gives it back; where an identifier is printed
   * without an address, the address of its PDF. Where a page of the paper is wanted use `arxivLink(arxivId)`.
   */
  readonly link: string;
  /** Whether the field holds more than that one link. */
  readonly hasMore: boolean;
}

/** An arXiv address is far shorter; a longer candidate is not looked at. */
const LONGEST = 256;
const WEB_ADDRESS = /^https?:\/\//i;
const STOP = /[\s)]/;
const WHITE_SPACE = /\s/;

/** Reads `[PDF](https://arxiv.org/pdf/2503.01715)`, `<…>`, a bare address or a bare identifier: the first that names a paper. */
export function readLink(value: string): ReadLink {
  for (const [from, to] of candidates(value)) {
    const candidate = unwrap(value.slice(from, to));
    const reference = candidate.length <= LONGEST ? parseArxivReference(candidate) : null;
    if (reference === null) continue;
    return {
      reference,
      link: addressOf(candidate, reference),
      hasMore: value.slice(to).replace(')', '').trim() !== '',
    };
  }
  return { reference: null, link: '', hasMore: false };
}

/** The identifier's PDF, with the version if one was named. */
function addressOf(candidate: string, { id, version }: ArxivReference): string {
  return WEB_ADDRESS.test(candidate)
    ? candidate
    : `https://arxiv.org/pdf/${id}${version === null ? '' : `v${version}`}`;
}

/** Where an address or an identifier may stand: the target of each Markdown link, the whole, the first word. */
function* candidates(value: string): Generator<readonly [from: number, to: number]> {
  for (let at = value.indexOf(']('); at !== -1; at = value.indexOf('](', at + 2)) {
    yield [at + 2, at + 2 + lengthUntil(STOP, value.slice(at + 2, at + 3 + LONGEST))];
  }
  if (value.length <= LONGEST) yield [0, value.length];
  yield [0, lengthUntil(WHITE_SPACE, value.slice(0, LONGEST + 1))];
}

function lengthUntil(stop: RegExp, window: string): number {
  const length = window.search(stop);
  return length === -1 ? window.length : length;
}

function unwrap(text: string): string {
  return text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1) : text;
}
