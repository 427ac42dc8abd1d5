import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Pair } from '@diglot/verification';

/** A text pair of one paper. */
export interface PaperPair extends Pair {
  readonly arxivId: string;
}

/** The bilingual titles and abstracts of all digests in a `.tar.gz`, each distinct pair once. */
export async function readDigestPairs(archive: string, excluded: ReadonlySet<string>): Promise<PaperPair[]> {
  const pairs = new Map<string, PaperPair>();
  const unpack = createReadStream(archive).pipe(createGunzip()).pipe(extract());
  for await (const entry of unpack) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    if (!entry.header.name.endsWith('.md')) continue;
    for (const pair of pairsOf(Buffer.concat(chunks).toString('utf8'))) {
      if (!excluded.has(pair.arxivId)) pairs.set(`${pair.arxivId}\n${pair.genre}\n${pair.target}`, pair);
    }
  }
  return [...pairs.values()];
}

const SEPARATOR = /^---\s*$(?=\s*(?:# |$(?![^])))/mu;
const FIELD = /^\*\*(Title \(ZH\)|Authors|Link|Abstract|Abstract \(ZH\))\*\*:/mu;

/** A lenient reader: what does not look like a whole bilingual block yields nothing, training can do without it. */
export function pairsOf(markdown: string): PaperPair[] {
  return markdown.split(SEPARATOR).flatMap((block) => {
    const [head = '', ...parts] = block.split(FIELD);
    const fields = new Map<string, string>();
    for (let index = 0; index + 1 < parts.length; index += 2) {
      fields.set(parts[index] ?? '', (parts[index + 1] ?? '').trim());
    }
    const arxivId = /arxiv\.org\/\w+\/([\d.]+\d)/u.exec(fields.get('Link') ?? '')?.[1];
    if (arxivId === undefined) return [];
    const title = /^# (.*)$/mu.exec(head)?.[1]?.trim() ?? '';
    const candidates = [
      { arxivId, genre: 'title' as const, source: title, target: fields.get('Title (ZH)') ?? '' },
      {
        arxivId,
        genre: 'abstract' as const,
        source: fields.get('Abstract') ?? '',
        target: fields.get('Abstract (ZH)') ?? '',
      },
    ];
    return candidates.filter(({ source, target }) => source !== '' && target !== '');
  });
}
