import { found, SENTENCES } from '../testing/texts.ts';

describe('untranslated-text', () => {
  it('marks an English sentence that was left', () => {
    const left = 'FoldNet finishes most of the folds and is much faster than the baseline';
    const target = `${SENTENCES[0]}${left}。${SENTENCES[3]}`;
    const [issue] = found('untranslated-text', target);
    expect(issue?.severity).toBe('critical');
    expect(issue?.target.map((span) => target.slice(...span))).toEqual([left]);
  });

  it('lets link words and names be', () => {
    expect(found('untranslated-text', `${SENTENCES.join('')}代码见 this https URL。`)).toEqual([]);
    expect(found('untranslated-text', SENTENCES.join('').replace('FoldNet', 'FoldNet Large V2 Mini Pro X'))).toEqual(
      [],
    );
  });
});
