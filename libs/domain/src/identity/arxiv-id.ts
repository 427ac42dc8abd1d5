import type { Brand } from './brand.ts';

/**
 * An arXiv identifier without its version, in the canonical spelling: `2503.01715`, `0704.0001` or `hep-th/9901001`.
 * Source of the grammar: https://info.arxiv.org/help/arxiv_identifier.html
 */
export type ArxivId = Brand<'ArxivId'>;

/** What a text said: the paper, and the version if it named one. */
export interface ArxivReference {
  readonly id: ArxivId;
  readonly version: number | null;
}

/** Since April 2007: YYMM.number, four digits until 2014, five after. */
const NEW_STYLE = /^(\d{2})(0[1-9]|1[0-2])\.(\d{4,5})$/;
/** Until March 2007: archive, optionally a subject class, YYMM and three digits. */
const OLD_STYLE = /^([a-z]+(?:-[a-z]+)*)(?:\.[A-Za-z]{2})?\/(\d{2})(0[1-9]|1[0-2])(\d{3})$/;
/** As nearly every link of a digest is spelled: it is read in one look, for a dry run reads tens of thousands. */
const USUAL = /^https:\/\/arxiv\.org\/(?:abs|pdf)\/(\d{4}\.\d{4,5})(?:v([1-9]\d{0,2}))?$/;
/** arXiv itself, with or without a scheme; its first address, which it still answers at, and its mirrors. */
const OWN_PAGE = String.raw`(?:https?:\/\/)?(?:(?:[a-z]+\.)?arxiv\.org|xxx\.lanl\.gov)\/(?:abs|pdf|html|format|ps)\/`;
/** Sites that show a paper under its own identifier, and the DOI that arXiv registers for each paper. */
const OTHER_PAGE = [
  String.raw`https?:\/\/(?:ar5iv\.labs\.arxiv\.org|(?:www\.)?ar5iv\.org)\/(?:abs|html)\/`,
  String.raw`https?:\/\/(?:www\.)?alphaxiv\.org\/(?:abs|pdf|overview)\/`,
  String.raw`https?:\/\/(?:www\.)?huggingface\.co\/papers\/`,
  String.raw`(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)?10\.48550\/arxiv\.`,
].join('|');
const PREFIX = new RegExp(`^(?:arxiv:\\s*|${OWN_PAGE}|${OTHER_PAGE})`, 'i');
const VERSION = /v([1-9]\d{0,2})$/;

/**
 * Reads any common spelling (`2503.01715v2`, `arXiv:hep-th/9901001`, an abs, pdf or html
 * address, its DOI, a page of another site that bears the identifier).
 * A subject class in an old identifier is dropped, as arXiv does: `math.GT/0309136` is `math/0309136`.
 * @returns null when the text is no arXiv identifier
 */
export function parseArxivReference(text: string): ArxivReference | null {
  const usual = USUAL.exec(text);
  if (usual) return reference(usual[1] ?? '', usual[2]);
  const bare = text
    .trim()
    .replace(PREFIX, '')
    .replace(/[?#].*$/, '')
    .replace(/\.pdf$/i, '')
    .replace(/\/$/, '');
  const version = VERSION.exec(bare);
  return reference(version ? bare.slice(0, version.index) : bare, version?.[1]);
}

function reference(body: string, version: string | undefined): ArxivReference | null {
  const id = canonical(body);
  return id === null ? null : { id, version: version === undefined ? null : Number(version) };
}

/** The abstract page of a paper. */
export function arxivLink(id: ArxivId): string {
  return `https://arxiv.org/abs/${id}`;
}

function canonical(body: string): ArxivId | null {
  const modern = NEW_STYLE.exec(body);
  if (modern) {
    const month = Number(modern[1]) * 100 + Number(modern[2]);
    const digits = modern[3]?.length;
    const valid = month >= 704 && digits === (month >= 1501 ? 5 : 4);
    return valid ? (body as ArxivId) : null;
  }
  const old = OLD_STYLE.exec(body);
  return old ? (`${old[1]}/${old[2]}${old[3]}${old[4]}` as ArxivId) : null;
}
