import { calendarDate, type CalendarDate } from '@diglot/domain';
import { digestDateFromPath, monthOf } from './digest-path.ts';
import type { PathKnowledge } from './path-rule.ts';

/** What of a day a format can name, and how it is written. */
const DATE_PARTS: Readonly<Record<string, { readonly group: 'year' | 'month' | 'day'; readonly pattern: string }>> = {
  YYYY: { group: 'year', pattern: String.raw`\d{4}` },
  Month: { group: 'month', pattern: '[A-Za-z]{3,9}' },
  Mon: { group: 'month', pattern: '[A-Za-z]{3}' },
  MM: { group: 'month', pattern: String.raw`\d{2}` },
  M: { group: 'month', pattern: String.raw`\d{1,2}` },
  DD: { group: 'day', pattern: String.raw`\d{2}` },
  D: { group: 'day', pattern: String.raw`\d{1,2}` },
};
const DATE_PART = /YYYY|Month|Mon|MM|M|DD|D/g;

/**
 * Each piece that fits anything multiplies the ways in which a name can be divided. With these limits, and names no longer
 * than file systems have them, the longest path is read in a moment.
 */
const FREE_PIECES = 3;
const NAME_LIMIT = 255;

/** A placeholder, or a star; everything else is itself. */
const PIECE = /\{([^{}]*)\}|\*\*\/|\*\*|\*/g;

/**
 * Makes a template for paths into a reader. It must fit the whole path; case does not matter.
 *
 * | in a template                  | fits                                                                  |
 * | ------------------------------ | --------------------------------------------------------------------- |
 * | `{date:D-Mon-YYYY}`            | a day in that form; parts are YYYY, MM, M, Mon, Month, DD and D       |
 * | `{date}`                       | part of a name that holds a day in any form that the usual rules know |
 * | `{category}`, `{topic}`        | part of a name, which is then the category or the topic               |
 * | `*`                            | any part of a name                                                    |
 * | `**`                           | anything; before a slash also nothing                                 |
 *
 * `**` may stand there once; between two slashes there may be three pieces that fit anything.
 *
 * @returns a reader that gives null where the template does not fit, which it doesn't either where there is no such day
 * @throws RangeError naming what is wrong
 */
export function compileTemplate(template: string): (path: string) => PathKnowledge | null {
  refuseAmbiguity(template);
  const seen = new Set<string>();
  let pattern = '';
  let at = 0;
  for (const match of template.matchAll(PIECE)) {
    pattern += escape(template.slice(at, match.index)) + piecePattern(match, template, seen);
    at = match.index + match[0].length;
  }
  const rest = template.slice(at);
  if (/[{}]/.test(pattern.replaceAll(/\\[{}]|\{\d(?:,\d)?\}/g, '') + rest) || template === '') {
    throw new RangeError(`${JSON.stringify(template)}: a brace without its other half, or nothing at all`);
  }
  const regex = new RegExp(`^${pattern}${escape(rest)}$`, 'iu');
  return (path) => {
    if (path.split('/').some((name) => name.length > NAME_LIMIT)) return null;
    return readMatch(regex.exec(path)?.groups ?? null);
  };
}

function refuseAmbiguity(template: string): void {
  const stars = template.split('**');
  const crowded = stars
    .join('/')
    .split('/')
    .some((name) => [...name.matchAll(/\*|\{(?!date:)/g)].length > FREE_PIECES);
  if (stars.length <= 2 && !crowded) return;
  throw new RangeError(`${JSON.stringify(template)}: ** stands there twice, or a name has more than 3 free pieces`);
}

function piecePattern([piece, placeholder]: RegExpExecArray, template: string, seen: Set<string>): string {
  if (piece === '**/') return '(?:.*/)?';
  if (piece === '**') return '.*';
  if (piece === '*') return '[^/]*';
  const [name = '', ...format] = (placeholder ?? '').split(':');
  if (seen.has(name)) throw new RangeError(`${JSON.stringify(template)}: {${name}} stands there twice`);
  seen.add(name);
  if (name === 'date' && format.length > 0) return datePattern(format.join(':'), template);
  if (!['date', 'category', 'topic'].includes(name) || format.length > 0) {
    throw new RangeError(`${JSON.stringify(template)}: there is no {${placeholder ?? ''}}`);
  }
  return `(?<${name}>[^/]+?)`;
}

function datePattern(format: string, template: string): string {
  const groups = new Set<string>();
  let pattern = '';
  let at = 0;
  for (const match of format.matchAll(DATE_PART)) {
    const part = DATE_PARTS[match[0]];
    if (!part || groups.has(part.group))
      throw new RangeError(`${JSON.stringify(template)}: ${format} names a part twice`);
    groups.add(part.group);
    pattern += `${escape(format.slice(at, match.index))}(?<${part.group}>${part.pattern})`;
    at = match.index + match[0].length;
  }
  if (groups.size < 3) throw new RangeError(`${JSON.stringify(template)}: ${format} does not name a day`);
  return pattern + escape(format.slice(at));
}

function readMatch(groups: Readonly<Record<string, string | undefined>> | null): PathKnowledge | null {
  if (groups === null) return null;
  const { date: anyForm, year, month, day, category = null, topic = null } = groups;
  const asksForDay = anyForm !== undefined || year !== undefined;
  const date = anyForm === undefined ? readDay(year, month, day) : digestDateFromPath(anyForm);
  return asksForDay && date === null ? null : { date, category, topic };
}

function readDay(year: string | undefined, month = '', day?: string): CalendarDate | null {
  if (year === undefined) return null;
  return calendarDate(Number(year), /^\d/.test(month) ? Number(month) : (monthOf(month) ?? 0), Number(day));
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
