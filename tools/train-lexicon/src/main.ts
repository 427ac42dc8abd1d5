import { createHash } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodeLexicon, ENGINE_VERSION, verify } from '@diglot/verification';
import { readDigestPairs } from './digest-pairs.ts';
import { excludedIds } from './excluded-ids.ts';
import { tokenise } from './tokenise.ts';
import { train } from './train.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    out: { type: 'string', default: 'libs/verification/data' },
  },
});

const started = performance.now();
const log = (line: string): void => console.error(`${((performance.now() - started) / 1000).toFixed(0)} s: ${line}`);

const archive = join(values.corpus, 'bench-digests.tar.gz');
const excluded = excludedIds(values.corpus);
const all = await readDigestPairs(archive, excluded);
const accepted = all.filter((pair) => verify(pair).verdict === 'accept');
log(`${all.length} pairs, ${accepted.length} accepted; ${excluded.size} identifiers excluded`);
const data = train(accepted.map(tokenise), log);
const bytes = encodeLexicon(data);
const manifest = {
  format: 1,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  surfaceChecks: ENGINE_VERSION,
  corpus: { sha256: await hashOf(archive), pairs: all.length, accepted: accepted.length, excludedIds: excluded.size },
  contents: {
    words: data.words.length,
    stems: data.stems.length,
    links: data.links.reduce((sum, ids) => sum + ids.length, 0),
    kept: data.kept.length,
  },
  command: 'npm run train:lexicon',
};
writeFileSync(join(values.out, 'lexicon.bin'), bytes);
writeFileSync(join(values.out, 'lexicon.manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
log(`wrote ${bytes.length} bytes`);

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
