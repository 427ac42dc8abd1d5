import {
  PAPER_FILTERS,
  READER_PARAMS,
  forAnotherPaper,
  parseSearch,
  pickDay,
  pickParams,
  stringifySearch,
} from './search-params.ts';

describe('the state in the address', () => {
  it('comes back as it was written', () => {
    const filter = { q: '"a b" 中文 & more', verdict: 'flag', date: '2025-03-04' };
    expect(pickParams(PAPER_FILTERS, parseSearch(stringifySearch(filter)))).toEqual(filter);
  });

  it('keeps text that looks like a number', () => {
    expect(parseSearch('?q=2503.01710')).toEqual({ q: '2503.01710' });
  });

  it.each(['nonsense', '2025-02-30', '2025-13-01', '2025-3-4', '20250304'])('knows no day %s', (day) => {
    expect(pickDay({ day })).toStrictEqual({ day: undefined });
  });

  it('keeps a day', () => {
    expect(pickDay({ day: '2025-11-05' })).toEqual({ day: '2025-11-05' });
    expect(pickDay({})).toEqual({});
  });

  it('takes the papers along to another one, and not what was compared in the one before', () => {
    const search = parseSearch('?q=robots&list=saved&show=history&with=title:ab');
    expect(forAnotherPaper(pickParams(READER_PARAMS, search))).toEqual({ q: 'robots', list: 'saved', show: 'history' });
  });

  it('leaves out what a view does not know and what says nothing', () => {
    expect(pickParams(PAPER_FILTERS, { q: '', verdict: 'flag', other: 'x', date: 7 })).toEqual({ verdict: 'flag' });
    expect(stringifySearch({ q: undefined })).toBe('');
  });
});
