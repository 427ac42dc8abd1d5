import { markRead, readMarks, toggleSaved } from './marks.ts';

const EMPTY = readMarks(null);
const PAPER = { arxivId: '2503.00001', en: 'A', zh: '甲' };

describe('marks of a reader', () => {
  it('save and forget', () => {
    const saved = toggleSaved(toggleSaved(EMPTY, PAPER), { ...PAPER, arxivId: '2503.00002' });
    expect(saved.saved.map(({ arxivId }) => arxivId)).toEqual(['2503.00002', '2503.00001']);
    expect(toggleSaved(saved, PAPER).saved.map(({ arxivId }) => arxivId)).toEqual(['2503.00002']);
    expect(readMarks(JSON.stringify(saved))).toEqual(saved);
  });

  it('know what was read, once each, and what is to be read again', () => {
    const read = markRead(markRead(markRead(EMPTY, 'a'), 'b'), 'a');
    expect(read.read).toEqual(['a', 'b']);
    expect(markRead(read, 'a', false).read).toEqual(['b']);
  });

  it.each(['', 'no JSON', 'null', '7', '{"saved":7,"read":[1,null]}', '{"saved":[null,{"arxivId":1}]}'])(
    'survive what they cannot understand: %s',
    (kept) => {
      expect(readMarks(kept)).toEqual(EMPTY);
    },
  );
});
