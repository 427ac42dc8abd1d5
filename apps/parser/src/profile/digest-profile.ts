/** What one digest says about how it was made. Sums, so that digests of a day add up whatever the order they come in. */
export interface DigestProfile {
  readonly entries: number;
  readonly chineseTitles: number;
  readonly chineseAbstracts: number;
  /** Chinese abstracts whose English is long enough to tell whether they are whole. */
  readonly comparable: number;
  /** Of those, the ones that are only a title or a part. */
  readonly short: number;
  /** Chinese abstracts with signs of a broken model. */
  readonly garbled: number;
  /** Chinese characters, and English words, of the comparable abstracts that are whole. */
  readonly han: number;
  readonly words: number;
  readonly withoutAuthors: number;
  /** SHA-256 of the papers that are printed, whatever their order and texts, in hexadecimal; null where there are none. */
  readonly papersHash: string | null;
}
