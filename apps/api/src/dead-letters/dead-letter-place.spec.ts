import fc from 'fast-check';
import { DiglotError } from '@diglot/domain';
import { placeOf } from './dead-letter-place.ts';

const letter = { topic: 'arxiv.digest.discovered.v1', key: 'examples\n4-Mar-2025/AI/README.md' };

describe('placeOf', () => {
  it('reads back what an error says about its place', () => {
    const file = fc.stringMatching(/^[a-z][a-z0-9 ./-]{0,30}$/);
    fc.assert(
      fc.property(file, fc.integer({ min: 1 }), fc.option(fc.integer({ min: 1 })), (name, line, column) => {
        const place = { file: name, line, ...(column === null ? {} : { column }) };
        const { message } = new DiglotError('DIGLOT_DIGEST_ENCODING', 'a byte is wrong', { place });
        expect(placeOf({ ...letter, message })).toEqual({ file: name, line });
      }),
    );
  });

  it('takes the file from the key of a placement where the error names no line', () => {
    const { message } = new DiglotError('DIGLOT_DIGEST_BINARY', 'it is 12:30 now', { place: { file: 'a.md' } });
    expect(placeOf({ ...letter, message })).toEqual({ file: 'examples/4-Mar-2025/AI/README.md', line: null });
  });

  it('knows of no file where a paper is spoken of', () => {
    expect(placeOf({ topic: 'arxiv.paper.parsed.v1', key: '2503.01715', message: '' })).toEqual({
      file: null,
      line: null,
    });
  });
});
