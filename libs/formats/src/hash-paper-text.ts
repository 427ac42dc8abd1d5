import { sha256, type PaperText, type Sha256 } from '@diglot/domain';

/**
 * SHA-256 of what a block prints about a paper: each part preceded by its length in UTF-16 units, `-` for an absent
 * one, so that no two texts share a serialisation. Equal content has an equal hash wherever and however it is printed;
 * the first line names the serialisation.
 */
export function hashPaperText({ version, title, authors, link, abstract }: PaperText): Sha256 {
  const parts = [
    part(version === null ? null : String(version)),
    part(title.en),
    part(title.zh),
    part(link),
    part(abstract.en),
    part(abstract.zh),
    ...authors.map(part),
  ];
  return sha256(`diglot-paper-text/1\n${parts.join('')}`);
}

function part(text: string | null): string {
  return text === null ? '-' : `${text.length}:${text}`;
}
