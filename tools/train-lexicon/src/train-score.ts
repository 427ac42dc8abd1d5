import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVerifier, loadLexicon, verify } from '@diglot/verification';
import { judgeDamaged } from './damaged-set.ts';
import { readDigestPairs } from './digest-pairs.ts';
import { excludedIds } from './excluded-ids.ts';
import { renderWeights, scoreWeights } from './score-weights.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    lexicon: { type: 'string', default: 'libs/verification/data/lexicon.bin' },
    out: { type: 'string', default: 'libs/verification/src/decision/score-weights.ts' },
    size: { type: 'string', default: '2500' },
    seed: { type: 'string', default: '11' },
  },
});

const pairs = await readDigestPairs(join(values.corpus, 'bench-digests.tar.gz'), excludedIds(values.corpus));
const whole = pairs.filter((pair) => verify(pair).issues.every(({ severity }) => severity !== 'critical'));
const judge = createVerifier({ lexicon: loadLexicon(readFileSync(values.lexicon)) });
const judged = judgeDamaged(whole, judge, Number(values.size), Number(values.seed));
writeFileSync(values.out, renderWeights(scoreWeights(judged)));
console.error(`${judged.length} pairs judged`);
