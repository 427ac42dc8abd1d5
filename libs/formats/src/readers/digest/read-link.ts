import { parseArxivReference, type ArxivReference } from '@diglot/domain';

/** What a link field says. */
export interface ReadLink {
  readonly reference: ArxivReference;
  /**
   * The address as printed, for a digest is evidence and rendering gives it back; where an identifier is printed
   * without an address, the address of its PDF. Where a page of the paper is wanted use `arxivLink(arxivId)`.
   */
  readonly link: string;
  /** Whether the field holds more than that one link. */
  readonly hasMore: boolean;
}

/** An arXiv address is far shorter; a longer candidate is not looked at. */
export const LONGEST_LINK = 256;
export const WEB_ADDRESS = /^https?:\/\//i;
/** What ends the target of a Markdown link. */
export const ENDS_LINK = /[\s)]/;
/** What stands before the target of a Markdown link. */
const TARGET = '](';
/** Links that are tried; no real block has more than two. */
const LINKS_TRIED = 8;
const SPACED_IDENTIFIER = /^arxiv:\s/i;

/**
 * Reads `[PDF](https://arxiv.org/pdf/2503.01715)`, `<…>`, a bare address or a bare identifier: the
 * first that names a paper.
 * @returns null where nothing does
 */
export function readLink(value: string): ReadLink | null {
  let tried = 0;
  for (let at = value.indexOf(TARGET); at !== -1 && tried < LINKS_TRIED; at = value.indexOf(TARGET, at + 2)) {
    tried += 1;
    const link = readAt(value, at + TARGET.length, endOfLink(value, at + TARGET.length));
    if (link) return link;
  }
  const identifierEnd = SPACED_IDENTIFIER.test(value) ? value.length : 0;
  return readAt(value, 0, endOfLink(value, 0)) ?? readAt(value, 0, identifierEnd);
}

/** Reads what stands at `[from, to)`, if it is an address or an identifier. */
function readAt(value: string, from: number, to: number): ReadLink | null {
  const candidate = unwrap(value.slice(from, to));
  const reference = candidate.length <= LONGEST_LINK ? parseArxivReference(candidate) : null;
  if (reference === null) return null;
  const link = WEB_ADDRESS.test(candidate) ? candidate : pdfAddress(reference);
  return { reference, link, hasMore: to + 1 < value.length && value.slice(to).replace(')', '').trim() !== '' };
}

/** The other way, canonically. */
export function printLink(link: string): string {
  return `[PDF](${link})`;
}

/** The address of a paper's PDF, with the version if there is one. */
export function pdfAddress({ id, version }: ArxivReference): string {
  return `https://arxiv.org/pdf/${id}${version === null ? '' : `v${version}`}`;
}

function endOfLink(value: string, from: number): number {
  const window = value.slice(from, from + LONGEST_LINK + 1);
  const length = window.search(ENDS_LINK);
  return from + (length === -1 ? window.length : length);
}

function unwrap(text: string): string {
  return text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1) : text;
}
