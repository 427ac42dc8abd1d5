import type { Unit } from './quantity.ts';

/** Digits that a space parts, read as one number. */
export interface Joined {
  readonly to: number;
  readonly value: number;
  readonly isPercent: boolean;
}

/** A run of digits as both languages write it, with a power of ten if one follows. */
export interface Literal {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Other readings of the same digits: `29,4` as 29.4. */
  readonly others: readonly number[];
  /** This and what follows read as one number that a space or a comma parts: `19, 682`, `64. 36 %`. */
  readonly joined: Joined | null;
  /** A Latin letter stands directly before or after: part of a name such as GPT-4 or 3D. */
  readonly inName: boolean;
}

const DIGITS = /\d+(?:(?:,|\{,\}|\\,)\d{3}(?!\d))+(?:\.\d+)?|\d+,\d{1,2}(?=\s?\\?%)|\d+(?:\.\d+)*/gu;
/* Thousands grouped by commas; a decimal comma before a percent sign; decimals and versions. */
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const TIMES_TEN = /^[\s$}]*(?:\\times|\\cdot|×|x|\*|·)[\s${]*10(?=[\s${}]*(?:\^|[⁻⁰-⁹¹²³]))/u;
const POWER = /^[\s$}]*\^[\s$]*\{?[\s$]*([-+]?\d{1,3})[\s$]*\}?/u;
const SUPERSCRIPT_POWER = /^([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})/u;
const EXPONENT = /^[eE]([-+]?\d{1,2})(?![A-Za-z0-9])/u;
/** How far what belongs to a number may stand from its digits. */
const REACH = 40;

/** All numerals of a folded text. */
export function literals(text: string): Literal[] {
  const found: Literal[] = [];
  let end = 0;
  // The later parts of `4 782` need not be found on their own.
  let groupEnd = 0;
  for (const match of text.matchAll(DIGITS)) {
    if (match.index < end) continue;
    const literal = readLiteral(text, match.index, match[0]);
    end = literal.to;
    found.push(literal.from < groupEnd ? { ...literal, inName: true } : literal);
    groupEnd = Math.max(
      groupEnd,
      literal.from + (SPACED.exec(text.slice(literal.from, literal.from + 30))?.[0].length ?? 0),
    );
  }
  return found;
}

function readLiteral(text: string, from: number, digits: string): Literal {
  let to = from + digits.length;
  const isDecimalComma = /^\d+,\d{1,2}$/u.test(digits);
  let value = Number(isDecimalComma ? digits.replace(',', '.') : digits.replaceAll(/[,{}\\]/gu, ''));
  // A version such as 3.5.1 is no number; its parts joined compare it as well as any.
  if (Number.isNaN(value)) value = Number(digits.replaceAll('.', ''));
  const rest = text.slice(to, to + REACH);
  const exponent = EXPONENT.exec(rest);
  const timesTen = TIMES_TEN.exec(rest);
  if (exponent) {
    to += exponent[0].length;
    value *= 10 ** Number(exponent[1]);
  } else if (timesTen) {
    const power = powerAt(rest.slice(timesTen[0].length));
    to += timesTen[0].length + power.length;
    value *= 10 ** power.value;
  } else if (value === 10 || value === 2) {
    const power = powerAt(rest);
    to += power.length;
    if (power.length > 0) value **= power.value;
  }
  return {
    from,
    to,
    value,
    others: otherReadings(text, from, digits),
    joined: joinedAt(text, from),
    inName: isInName(text, from, to),
  };
}

function powerAt(rest: string): { value: number; length: number } {
  const power = POWER.exec(rest);
  if (power) return { value: Number(power[1]), length: power[0].length };
  const superscript = SUPERSCRIPT_POWER.exec(rest);
  if (!superscript) return { value: 1, length: 0 };
  const text = superscript[0];
  const digits = Array.from(text)
    .filter((sign) => sign !== '⁻')
    .map((sign) => SUPERSCRIPTS.indexOf(sign));
  return { value: (text.startsWith('⁻') ? -1 : 1) * Number(digits.join('')), length: text.length };
}

const SPACED = /^\d{1,3}(?:[ ,]\d{3})+(?!\d)/u;

/** `29,4` may be a decimal and `4 782` one number. */
function otherReadings(text: string, from: number, digits: string): number[] {
  const readings: number[] = [];
  const decimal = /^(\d+),(\d{1,2})(?!\d)/u.exec(text.slice(from, from + 20));
  if (decimal) readings.push(Number(`${decimal[1]}.${decimal[2]}`));
  const spaced = SPACED.exec(text.slice(from, from + 30));
  if (spaced && !digits.includes('.')) readings.push(Number(spaced[0].replaceAll(/[ ,]/gu, '')));
  return readings.filter((value) => !Number.isNaN(value));
}

const PARTED = /^\d{1,3}(?:, \d{3})+(?!\d)|^\d{1,3}\. \d{1,2}(?=[\s\\]?%)/u;

function joinedAt(text: string, from: number): Joined | null {
  const parted = PARTED.exec(text.slice(from, from + 24))?.[0];
  if (parted === undefined) return null;
  const isPercent = parted.includes('.');
  return { to: from + parted.length, value: Number(parted.replaceAll(/[ ,]/gu, '')), isPercent };
}

const NAME_LETTER = /[A-Za-z_]/u;

function isInName(text: string, from: number, to: number): boolean {
  const before = text[from - 1] ?? '';
  const after = text[to] ?? '';
  // A subscript or superscript: mAP$_{50}$.
  if (before === '{' && /[_^]/u.test(text[from - 2] ?? '')) return true;
  if (NAME_LETTER.test(before)) return !/\\[a-z]+$/u.test(text.slice(Math.max(0, from - 12), from));
  if (
    before === '-' &&
    NAME_LETTER.test(text[from - 2] ?? '') &&
    !/[a-z]{4}-$/u.test(text.slice(Math.max(0, from - 5), from))
  )
    return true;
  return (
    NAME_LETTER.test(after) &&
    !/^(?:[kKMBTx]|th|st|nd|rd|ms|s|bit|bn|px|GB|MB|TB|Hz|kHz|MHz|GHz|cm|mm|km|m)(?![A-Za-z0-9])/u.test(
      text.slice(to, to + 5),
    )
  );
}

const UNIT =
  /^[\s$\\{}-]*(?:(%|percent(?!ile)|per ?cent(?!ile)|percentage|个百分点|个点)|(倍|×|times\b(?! *10)|fold\b|x(?![A-Za-z0-9])|X(?![A-Za-z0-9])))/u;

/** The unit directly after a number, and where it ends. */
export function unitAt(text: string, at: number): { unit: Unit; to: number } {
  const match = UNIT.exec(text.slice(at, at + 24));
  if (!match) return { unit: 'none', to: at };
  return { unit: match[1] === undefined ? 'times' : 'percent', to: at + match[0].length };
}
