import { runInNewContext } from 'node:vm';
import { classify } from './classify.ts';
import { DiglotError } from './diglot-error.ts';

const thrown = (code: string, message = 'some words') => Object.assign(new Error(message), { code });

describe('classify', () => {
  it.each([
    ['08006', 'Unavailable'],
    ['57P01', 'Unavailable'],
    ['53300', 'Unavailable'],
    ['53100', 'Unavailable'],
    ['58030', 'Unavailable'],
    ['40001', 'Transient'],
    ['40P01', 'Transient'],
    ['55P03', 'Transient'],
    ['57014', 'Transient'],
    ['22P05', 'Invalid'],
    ['23505', 'Invalid'],
    ['42601', 'Bug'],
    ['ECONNREFUSED', 'Unavailable'],
    ['EPIPE', 'Unavailable'],
    ['ENOSPC', 'Bug'],
  ])('takes %s for %s', (code, expected) => {
    expect(classify(thrown(code)).class).toBe(expected);
  });

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    'takes a lost connection for Unavailable: %s',
    (message) => expect(classify(new Error(message)).class).toBe('Unavailable'),
  );

  it('takes a failed connection to several addresses for Unavailable', () => {
    expect(classify(new AggregateError([thrown('ECONNREFUSED')])).class).toBe('Unavailable');
  });

  it('knows an error of another realm', () => {
    const foreign: unknown = runInNewContext(`Object.assign(new Error('no'), { code: 'ECONNREFUSED' })`);
    expect(classify(foreign).class).toBe('Unavailable');
  });

  it('hands an error of ours through, the same object', () => {
    const error = new DiglotError('DIGLOT_TIMEOUT', 'too slow');
    expect(classify(error)).toBe(error);
  });

  it('keeps the code of an error that the platform threw', () => {
    const error = classify(thrown('DIGLOT_DATA_LOCKED', 'DIGLOT_DATA_LOCKED: process 7 holds it'));
    expect(error).toMatchObject({ code: 'DIGLOT_DATA_LOCKED', class: 'Fatal', detail: 'process 7 holds it' });
  });

  it.each([[{ status: 'error', message: 'Internal server error' }], ['words'], [undefined], [null]])(
    'takes a thrown non-error for a bug: %j',
    (value) => expect(classify(value)).toMatchObject({ code: 'DIGLOT_BUG', class: 'Bug' }),
  );
});

describe('DiglotError', () => {
  it('names the file, line, column and field', () => {
    const place = { file: 'a.md', line: 3, column: 7, field: 'Link' };
    expect(new DiglotError('DIGLOT_BLOCK_BAD_LINK', 'no arXiv id', { place }).message).toBe(
      'DIGLOT_BLOCK_BAD_LINK: a.md:3:7, field Link: no arXiv id',
    );
  });
});
