import fc from 'fast-check';
import { DiglotError } from '@diglot/domain';
import type { DigestFile } from '../../digest-file.ts';
import { readDigest } from '../../read-digest.ts';
import { AFTER, BEFORE, printBlock } from '../../spec-support/blocks.ts';

const FILE = [
  BEFORE,
  printBlock({ link: '[PDF](https://arxiv.org/pdf/2511.00003v2)', abstract: 'One.\n\n- two\n- three' }),
  printBlock({ link: '[PDF](https://arxiv.org/pdf/hep-th/9901001)', titleZh: undefined, abstractZh: undefined }),
  printBlock({ link: '[PDF](https://arxiv.org/pdf/2511.00004)', abstractZh: '甲\n\n---\n\n乙\u{fffd}' }),
  AFTER,
].join('');
const IDS = ['2511.00001', '2511.00003', 'hep-th/9901001', '2511.00004', '2511.00002'];

/** Invalid input is a result or a coded error, never anything else. */
function readOrRefuse(bytes: Uint8Array): DigestFile | null {
  try {
    return readDigest(bytes, { path: 'fuzz.md' });
  } catch (error) {
    if (error instanceof DiglotError && error.class === 'Invalid' && error.place.file === 'fuzz.md') return null;
    throw error;
  }
}

describe('a damaged digest', () => {
  it('loses no other block than those it was damaged in, whichever line is lost', () => {
    const lines = FILE.split('\n');
    lines.forEach((_, index) => {
      const file = readDigest(Buffer.from(lines.toSpliced(index, 1).join('\n')), { path: 'fuzz.md' });
      const ids = file.entries.map(({ arxivId }) => arxivId);
      const missing = IDS.filter((id) => !ids.includes(id as (typeof ids)[number]));
      expect(missing.length).toBeLessThanOrEqual(1);
      expect(file.diagnostics.filter(({ severity }) => severity === 'error').length).toBeGreaterThanOrEqual(
        missing.length,
      );
    });
  });

  it('is read or refused with a code wherever its bytes are cut or changed', () => {
    const bytes = Buffer.from(FILE);
    const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255), length: fc.nat(bytes.length) });
    fc.assert(
      fc.property(change, ({ at, byte, length }) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = byte;
        readOrRefuse(damaged.subarray(0, length));
      }),
      { numRuns: 2_000, seed: 20_251_104 },
    );
  });
});
