import fc from 'fast-check';
import { readAddress, writeAddress } from './address.ts';

describe('the address of the page', () => {
  it('says again what was written into it', () => {
    const q = fc.string({ unit: 'grapheme', maxLength: 100 }).filter((text) => text.trim() !== '');
    const verdict = fc.constantFrom('', 'accept', 'flag', 'retranslate', 'unverified');
    fc.assert(
      fc.property(q, verdict, fc.option(fc.constantFrom('2503.01715', 'hep-th/9901001')), (text, wanted, paper) => {
        const address = { q: text, verdict: wanted, paper };
        expect(readAddress(new URL(writeAddress(address), 'http://localhost').search)).toEqual(address);
      }),
    );
  });

  it('does not take what is no verdict', () => {
    expect(readAddress('?verdict=<script>')).toEqual({ q: '', verdict: '', paper: null });
  });
});
