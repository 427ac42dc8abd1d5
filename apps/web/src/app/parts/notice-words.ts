import type { Notice } from '../../api/types.ts';
import type { NoticeWords } from '../messages/notice-figures.messages.ts';
import type { Formats } from './formats.ts';

type Said = Pick<Formats, 'number' | 'percent' | 'ratio' | 'day'>;

/**
 * What a notice was concluded from, in words.
 * @returns null where a figure is missing: it was retracted, or a newer version states other ones
 */
export function figuresInWords(
  { kind, figures }: Pick<Notice, 'kind' | 'figures'>,
  words: NoticeWords,
  formats: Said,
): string | null {
  const say = words['daysBefore' in figures && kind === 'days-missing' ? 'silent' : kind];
  let isWhole = true;
  const text = say?.((name) => {
    const value = figures[name];
    if (value === undefined) isWhole = false;
    return value === undefined ? '' : formatOf(name, formats)(value);
  });
  return isWhole ? (text ?? null) : null;
}

function formatOf(name: string, { number, percent, ratio }: Said): (value: number) => string {
  if (/share$/i.test(name)) return percent;
  return /ratio$/i.test(name) ? ratio : number;
}

const CLAIMED = /^(\d{4}-\d\d-\d\d)(?: (.+))?: (\d+) claimed, (?:(\d+) came|no digest came)$/;
const REPEATED = /^(.+): the papers of (\d{4}-\d\d-\d\d)$/;
const NO_TWIN = /^no digest beside it, (\d+) papers in it$/;
const NOT_IN = /^(\S+): not in the (digest|sidecar)$/;
const DIFFERS = /^(\S+): ((?:title|abstract)(?:-zh)?(?:, (?:title|abstract)(?:-zh)?)*)$/;

/**
 * A single case of a notice in words. Events state cases in English, each kind in forms of its own.
 * @returns null where it has none of these forms
 */
export function detailInWords(
  kind: Notice['kind'],
  detail: string,
  words: NoticeWords,
  { number, day }: Said,
): string | null {
  if (kind === 'index-differs') return claimInWords(detail, words, { number, day });
  if (kind === 'day-repeated') {
    const [, section, of] = REPEATED.exec(detail) ?? [];
    if (section === undefined || of === undefined) return null;
    return words.repeated(section === 'its digest' ? '' : section, day(of));
  }
  return kind === 'sidecar-differs' ? sidecarCaseInWords(detail, words, number) : null;
}

function claimInWords(
  detail: string,
  words: NoticeWords,
  { number, day }: Pick<Said, 'number' | 'day'>,
): string | null {
  const [, date, what = '', claimed, came] = CLAIMED.exec(detail) ?? [];
  if (date === undefined) return null;
  const place = what === '' ? day(date) : `${day(date)} ${what}`;
  const papers = number(Number(claimed));
  return came === undefined ? words.claimedNothing(place, papers) : words.claimed(place, papers, number(Number(came)));
}

function sidecarCaseInWords(detail: string, words: NoticeWords, number: Said['number']): string | null {
  const [, papers] = NO_TWIN.exec(detail) ?? [];
  if (papers !== undefined) return words.noTwin(number(Number(papers)));
  const [, missing, which] = NOT_IN.exec(detail) ?? [];
  if (missing !== undefined) return words.notIn(missing, which === 'digest' ? 'digest' : 'sidecar');
  const [, paper, fields = ''] = DIFFERS.exec(detail) ?? [];
  if (paper === undefined) return null;
  return words.differs(
    paper,
    fields.split(', ').map((field) => words.fields[field as keyof NoticeWords['fields']]),
  );
}
