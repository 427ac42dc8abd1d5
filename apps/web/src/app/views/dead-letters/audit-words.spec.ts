import { auditDetail } from './audit-words.ts';

describe('what an audit says of a command', () => {
  it('is told as facts in one order, with the whole behind them', () => {
    const detail = JSON.stringify({ source: 'folder', from: '2025-11-04', replayId: '7' });
    expect(auditDetail(detail).facts).toEqual([
      { name: 'source', value: 'folder' },
      { name: 'from', value: '2025-11-04' },
    ]);
    expect(JSON.parse(auditDetail(detail).whole)).toEqual({ source: 'folder', from: '2025-11-04', replayId: '7' });
  });

  it('is why it was refused, without the route that its name says', () => {
    const detail = JSON.stringify({ method: 'POST', path: '/api/digests', refused: 'the token is wrong' });
    expect(auditDetail(detail).facts).toEqual([{ name: 'refused', value: 'the token is wrong' }]);
  });

  it('counts lists, and leaves out what is empty', () => {
    expect(auditDetail('{"eventIds":["a","b"],"source":null,"consumer":""}').facts).toEqual([
      { name: 'eventIds', value: '2' },
    ]);
    expect(auditDetail('{}')).toEqual({ facts: [], whole: '' });
  });

  it('is kept as it is where it is no JSON', () => {
    expect(auditDetail('by hand')).toEqual({ facts: [], whole: 'by hand' });
    expect(auditDetail('[1]')).toEqual({ facts: [], whole: '[1]' });
  });
});
