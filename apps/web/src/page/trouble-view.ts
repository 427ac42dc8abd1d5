import type { Status } from './api-types.ts';
import { element, Region, type Child } from './dom.ts';
import { language } from './language.ts';

const region = new Region('troubles');

/** One line of trouble: where, what, and what to do about it. */
interface Trouble {
  readonly place: string;
  readonly code: string;
  readonly text: string;
  readonly remedy: string;
}

/** Files that cannot be taken, broken blocks and dead letters: nothing where there is none. */
export function showTroubles(status: Status | null): void {
  const shown = status && [status.problems, status.brokenBlocks, status.deadLetters, status.retrying, status.dead];
  region.show([language.current, shown], () => (status ? [...sections(status)] : []));
}

function* sections(status: Status): Generator<Child> {
  const { texts } = language;
  const { problems, brokenBlocks, deadLetters, dead } = status;
  yield section(
    'problems',
    texts.problems(language.number(problems.count)),
    problems.count,
    problems.latest.map(ofProblem),
  );
  yield section('dead-letters', texts.deadLetters(language.number(dead)), dead, deadLetters.flatMap(ofLetters));
  const title = texts.brokenBlocks(language.number(brokenBlocks.count));
  yield section('broken-blocks', title, brokenBlocks.count, brokenBlocks.first.map(ofBlock));
  if (status.retrying > 0) {
    yield element('p', { class: 'note' }, texts.retrying(language.number(status.retrying)));
  }
}

function section(id: string, title: string, count: number, troubles: readonly Trouble[]): Child {
  if (count === 0) return null;
  const hidden = count - troubles.length;
  return element(
    'details',
    { class: 'trouble', id },
    element('summary', {}, title),
    element('ul', {}, ...troubles.map(troubleView)),
    hidden > 0 ? element('p', { class: 'note' }, language.texts.andMore(language.number(hidden))) : null,
  );
}

function troubleView({ place, code, text, remedy }: Trouble): HTMLElement {
  return element(
    'li',
    {},
    element('span', { class: 'place' }, place),
    element('code', {}, code),
    element('p', { lang: 'en' }, text),
    element('p', { class: 'remedy' }, `${language.texts.remedy}: `, element('span', { lang: 'en' }, remedy)),
  );
}

function ofProblem({ source, path, code, detail, meaning, remedy }: Status['problems']['latest'][number]): Trouble {
  return { place: path === '' ? source : `${source}/${path}`, code, text: `${meaning} (${detail})`, remedy };
}

function ofBlock(block: Status['brokenBlocks']['first'][number]): Trouble {
  const { source, path, line, column, field, code, message, remedy } = block;
  const place = `${source}/${path}:${line}:${column}${field === null ? '' : ` (${field})`}`;
  return { place, code, text: message, remedy };
}

function ofLetters({ code, remedy, latest }: Status['deadLetters'][number]): Trouble[] {
  return latest.map(({ file, line, consumer, message }) => ({
    place: file === null ? consumer : `${file}${line === null ? '' : `:${line}`}`,
    code,
    text: message,
    remedy,
  }));
}
