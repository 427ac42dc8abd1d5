import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const ID = /\b\d{4}\.\d{4,5}\b/gu;

/** Every arXiv identifier that any measuring set names: training on one of them would measure memory. */
export function excludedIds(corpus: string): Set<string> {
  const texts = [
    ...readdirSync(join(corpus, 'dev')).map((name) => linksOf(readFileSync(join(corpus, 'dev', name), 'utf8'))),
    idsOf(readFileSync(join(corpus, 'gold_dev.jsonl'), 'utf8'), 'arxiv_id'),
    idsOf(gunzipSync(readFileSync(join(corpus, 'corruptions_dev.ndjson.gz'))).toString('utf8'), 'id'),
  ];
  return new Set(texts.flat());
}

const linksOf = (markdown: string): string[] =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('**Link**'))
    .flatMap((line) => line.match(ID) ?? []);

function idsOf(lines: string, field: string): string[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => String((JSON.parse(line) as Record<string, unknown>)[field]).match(ID) ?? []);
}
