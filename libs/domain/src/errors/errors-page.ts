import { ERROR_CLASSES, type ErrorClass } from './error-entry.ts';
import { ERROR_TABLE } from './error-table.ts';

const ACTIONS: Record<ErrorClass, string> = {
  Invalid: 'It cannot succeed as it is: a dead letter (an event), a refusal (a request) or a mark (a file, a block).',
  Transient: 'It is tried again after 5 s, 30 s, 2 min, 10 min, 1 h and 6 h (full jitter), then it is a dead letter.',
  Throttled: 'It is tried again when the other side said; no attempt is counted.',
  Unavailable: 'Everything waits, nothing is marked, and goes on by itself.',
  Stale: 'A success: there is nothing left to do.',
  Bug: 'Two attempts, then a dead letter with stack and version.',
  Fatal: 'The process drains and exits with code 1.',
};

/** The text of docs/errors.md; a test compares the file with it. */
export function renderErrorsPage(): string {
  const sections = ERROR_CLASSES.map((errorClass) => {
    const rows = Object.entries(ERROR_TABLE)
      .filter(([, entry]) => entry.class === errorClass)
      .map(([code, entry]) => `| \`${code}\` | ${entry.meaning} | ${entry.remedy} |`);
    const head = ['| code | what it means | what to do |', '| --- | --- | --- |'];
    return [`## ${errorClass}`, '', ACTIONS[errorClass], '', ...head, ...rows, ''].join('\n');
  });
  return [
    '# Errors',
    '',
    '<!-- Generated from libs/domain/src/errors/families by `npm run docs`. -->',
    '',
    'Every error has a code, and every code a class; the class alone decides what happens.',
    '',
    ...sections,
  ].join('\n');
}
