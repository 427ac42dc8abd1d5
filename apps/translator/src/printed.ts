import type { PaperParsed } from '@diglot/contracts';
import { GENRES, sha256, type CalendarDate, type Genre, type PaperText, type Sha256 } from '@diglot/domain';

/** A bilingual text by the hashes of its sides. */
export interface TextHashes {
  readonly en: Sha256;
  readonly zh: Sha256 | null;
}

/** What an entry prints, its texts by their hashes: the memory holds each text once, however many digests print it. */
export interface Printed {
  readonly digest: NonNullable<PaperParsed['digest']>;
  readonly paper: Omit<PaperText, Genre> & Readonly<Record<Genre, TextHashes>>;
}

/** @returns null for an entry that is printed no more */
export function toPrinted({ digest, paper }: Pick<PaperParsed, 'digest' | 'paper'>): Printed | null {
  if (digest === null || paper === null) return null;
  const [title, abstract] = GENRES.map((genre): TextHashes => {
    const { en, zh } = paper[genre];
    return { en: sha256(en), zh: zh === null ? null : sha256(zh) };
  }) as [TextHashes, TextHashes];
  return { digest, paper: { ...paper, title, abstract } };
}

/** Every text that a paper has, by its hash. */
export function textsOf(paper: PaperText): [Sha256, string][] {
  const texts = GENRES.flatMap((genre) => [paper[genre].en, paper[genre].zh]);
  return texts.filter((text) => text !== null).map((text) => [sha256(text), text]);
}

/** The hashes of all texts of an entry. */
export function hashesOf({ paper }: Printed): Sha256[] {
  return GENRES.flatMap((genre) => [paper[genre].en, paper[genre].zh]).filter((hash) => hash !== null);
}

/**
 * The paper as it was printed.
 * @throws Error when the memory lacks one of its texts, which is a mistake of ours
 */
export function toPaper({ paper }: Printed, texts: ReadonlyMap<Sha256, string>): PaperText {
  const textOf = (hash: Sha256): string => {
    const text = texts.get(hash);
    if (text === undefined) throw new Error(`the memory lacks the text ${hash}`);
    return text;
  };
  const [title, abstract] = GENRES.map((genre) => {
    const { en, zh } = paper[genre];
    return { en: textOf(en), zh: zh === null ? null : textOf(zh) };
  }) as [PaperText['title'], PaperText['abstract']];
  return { ...paper, title, abstract };
}

/** The day of the digest that prints an entry: what is newest is judged first. */
export const dateOf = (printed: Printed | null): CalendarDate | null => printed?.digest.date ?? null;
