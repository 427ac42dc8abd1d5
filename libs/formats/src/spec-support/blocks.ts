import type { DigestDocument, DigestFile, ParsedEntry } from '../digest-file.ts';
import { parseDigest } from '../read-digest.ts';

/** The printed parts of a block; undefined leaves the field out. */
export interface BlockParts {
  readonly title?: string | undefined;
  readonly titleZh?: string | undefined;
  readonly authors?: string | undefined;
  readonly link?: string | undefined;
  readonly abstract?: string | undefined;
  readonly abstractZh?: string | undefined;
}

/** A block that is fine; 13 lines with its separator, as the real ones have. */
export const GOOD: Required<BlockParts> = {
  title: 'Grasping in the Dark: Tactile Priors for Unlit Warehouses',
  titleZh: '黑暗中的抓取：面向无光仓库的触觉先验',
  authors: 'Ines Falkenrath, Bo Adeyemi',
  link: '[PDF](https://arxiv.org/pdf/2511.01234)',
  abstract: 'We grasp 40 objects without any light and succeed in 93% of the trials.',
  abstractZh: '我们在没有任何光照的情况下抓取40个物体，成功率为93%。',
};

/** Printed by hand, independently of the renderer, with the spaces of the real digests. */
export function printBlock(changes: BlockParts = {}): string {
  const { title, titleZh, authors, link, abstract, abstractZh } = { ...GOOD, ...changes };
  return [
    title === undefined ? '' : `# ${title} \n\n`,
    titleZh === undefined ? '' : `**Title (ZH)**: ${titleZh} \n\n`,
    authors === undefined ? '' : `**Authors**: ${authors}  \n\n`,
    link === undefined ? '' : `**Link**: ${link}  \n\n`,
    abstract === undefined ? '' : `**Abstract**: ${abstract} \n\n`,
    abstractZh === undefined ? '' : `**Abstract (ZH)**: ${abstractZh} \n\n`,
    '---\n',
  ].join('');
}

/** Good blocks to put around another: their ids are 2511.00001 and 2511.00002. */
export const BEFORE = printBlock({ title: 'Before', link: '[PDF](https://arxiv.org/pdf/2511.00001)' });
export const AFTER = printBlock({ title: 'After', link: '[PDF](https://arxiv.org/pdf/2511.00002)' });

/** Parses a text that must be a digest. */
export function parseBlocks(text: string): DigestDocument {
  const file = parseDigest(text, { path: 'spec.md' });
  if (file.kind !== 'digest') throw new Error(`a digest was expected, not ${file.kind}`);
  return file;
}

/** Parses one block that must give one entry. */
export function parseEntry(changes: BlockParts): { entry: ParsedEntry; codes: string[] } {
  const { entries, diagnostics } = parseBlocks(BEFORE + printBlock(changes) + AFTER);
  const entry = entries[1];
  if (entries.length !== 3 || !entry) throw new Error(`three entries were expected, not ${entries.length}`);
  return { entry, codes: diagnostics.map(({ code }) => code) };
}

/** What survives a round trip: everything but the line. */
export function withoutLines({ entries }: DigestFile): Omit<ParsedEntry, 'line'>[] {
  return entries.map(({ line: _line, ...entry }) => entry);
}
