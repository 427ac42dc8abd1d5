import type { PaperParsed } from '@diglot/contracts';
import { parseArxivReference, sha256, type ArxivId, type CalendarDate } from '@diglot/domain';

/** A translation in which nothing is wrong, and one that loses a power of ten. */
export const SOUND = '我们用鸟鸣训练了一个70亿参数的模型，并在30个夜晚中每晚数出120只鸟。';
export const WRONG = SOUND.replace('70亿', '7亿');

/** An entry of a digest of our own. */
export function entry(number: number, zh: string, date: string, title = 'Counting Birds from the Roof'): PaperParsed {
  const arxivId = parseArxivReference(`2511.${String(number).padStart(5, '0')}`)?.id as ArxivId;
  const bytes = `digest ${number}`;
  return {
    entry: { source: 'lab', path: `${date}.md`, arxivId, ordinal: 1 },
    retracted: false,
    digest: { sha256: sha256(bytes), size: bytes.length, date: date as CalendarDate },
    line: 1,
    paper: {
      version: null,
      title: { en: title, zh: '从屋顶上数鸟' },
      authors: ['Ada Lovelace'],
      link: `https://arxiv.org/pdf/${arxivId}`,
      abstract: {
        en: 'We train a model with 7B parameters on bird calls and count 120 birds in each of 30 nights.',
        zh,
      },
    },
  };
}

/** The same entry, printed no more. */
export function retracted({ entry: key }: PaperParsed): PaperParsed {
  return { entry: key, retracted: true, digest: null, line: null, paper: null };
}
