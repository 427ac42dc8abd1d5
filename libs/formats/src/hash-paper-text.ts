import { sha256, type PaperText, type Sha256 } from '@diglot/domain';
import { renderBlock } from './readers/digest/render-digest.ts';

/**
 * SHA-256 of a paper's block in the canonical form, without its separator. What prints alike is alike: the hash does
 * not tell in which file, where, in which order of fields or with which line ends a paper is printed, and changes when
 * any text, author, link or version does.
 *
 * @throws DiglotError as `renderDigest` does
 */
export function hashPaperText(paper: PaperText): Sha256 {
  return sha256(renderBlock(paper));
}
