import { readDigestInSteps } from './read-digest.ts';
import { BEFORE } from './spec-support/blocks.ts';
import { STEP_BYTES } from './steps.ts';

const LENGTH = 32 * STEP_BYTES;
const fill = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length));

/** Whatever a file holds, no more than so much of it is looked at between two steps. */
const SHAPES: readonly (readonly [name: string, text: string])[] = [
  ['a digest', fill(BEFORE)],
  ['one endless field', `${BEFORE}# x\n**Abstract**: ${fill('x\n')}`],
  ['blank lines before a digest', fill('\n') + BEFORE],
  ['nothing but white space', fill(' ')],
  ['blank lines inside of a block', `# x\n**Abstract**: y${fill('\n')}z`],
  ['lines that end with CR LF', fill(BEFORE.replaceAll('\n', '\r\n'))],
  ['separators', BEFORE + fill('---\n')],
  ['labels', BEFORE + fill('**Link**: x\n')],
  ['an index table', `| Date | Link | Number of Papers |\n|---|---|---|\n${fill('| x | y | 3 |\n')}`],
  ['a sidecar', `{'arxiv_id': '2511.00001'}\n${fill("{'arxiv_id': 'x'}\n")}`],
];

/** Counts the steps; a file that is refused has taken some too. */
function countSteps(bytes: Uint8Array): number {
  let count = 0;
  try {
    for (const steps = readDigestInSteps(bytes, { path: 'x' }); steps.next().done !== true;) count += 1;
  } catch {
    // Why it is refused is for other tests.
  }
  return count;
}

describe('reading in steps', () => {
  it.each(SHAPES)('gives way again and again in %s', (_, text) => {
    expect(countSteps(Buffer.from(text))).toBeGreaterThanOrEqual(31);
  });

  it('gives way while it looks for what is not UTF-8, and counts zeros', () => {
    expect(countSteps(Buffer.concat([Buffer.from(fill('中文\n')), Buffer.from([0xff])]))).toBeGreaterThanOrEqual(31);
    expect(countSteps(Buffer.alloc(LENGTH))).toBeGreaterThanOrEqual(31);
  });
});
