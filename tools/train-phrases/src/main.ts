import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenize } from '@diglot/search';
import { readDigest } from '@diglot/formats';
import { frequentPhrases, frequentWords, toCountedText, type CountedText } from './frequent-phrases.ts';

/** A phrase that fewer of a hundred texts hold is looked for in the text quickly enough. */
const PERCENT = 0.6;
/** Two words that each stand in so many of a hundred texts are indexed together, however rare they are beside each other. */
const HEAVY_PERCENT = 3;
const TARGET = new URL('../../../libs/search/src/frequent-phrases.data.ts', import.meta.url);

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npm run train:phrases -- FOLDER_OF_DIGESTS');
  process.exit(2);
}

const texts = new Map<string, CountedText>();
for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!file.isFile() || !file.name.endsWith('.md')) continue;
  const path = join(file.parentPath, file.name);
  for (const { arxivId, title, abstract } of readDigest(readFileSync(path), { path }).entries) {
    if (texts.has(arxivId) || abstract.zh === null) continue;
    texts.set(arxivId, toCountedText([title.en, title.zh ?? '', abstract.en, abstract.zh].map(tokenize)));
  }
}
const all = [...texts.values()];
const shareOf = (percent: number): number => Math.ceil((all.length * percent) / 100);
const { han, words } = frequentPhrases(all, shareOf(PERCENT));
const heavy = frequentWords(all, shareOf(HEAVY_PERCENT));
const source = `// Made by \`npm run train:phrases\`: phrases that at least ${PERCENT} % of ${texts.size.toLocaleString('en')} papers hold.

/** Chinese, of one and of three to six characters. */
export const FREQUENT_HAN =
  '${han.join(' ')}';

/** Two to four stems. */
export const FREQUENT_WORDS =
  '${words.join(',')}';

/** Stems that at least ${HEAVY_PERCENT} % hold. */
export const HEAVY_WORDS =
  '${heavy.join(' ')}';
`;
writeFileSync(TARGET, source);
console.log(
  `${texts.size} papers, ${han.length} Chinese and ${words.length} English phrases, ${heavy.length} heavy words`,
);
