import { joinReadiness } from './join-readiness.ts';
import type { ProcessRow } from './process-row.ts';

const WELL = { ready: true, reasons: [] };
const row = (service: string, change: Partial<ProcessRow> = {}): ProcessRow => ({
  service,
  ready: true,
  reasons: [],
  silence: 1,
  ...change,
});

it('is ready while every service has a process that is', () => {
  expect(joinReadiness(WELL, [], [])).toEqual(WELL);
  expect(joinReadiness(WELL, ['parser', 'watcher'], [row('parser'), row('watcher'), row('parser')])).toEqual(WELL);
});

it('names what is not there, what is silent, and what waits, each once', () => {
  const waits = { ready: false, reasons: ['diglot.indexer waits: DIGLOT_BUS_UNAVAILABLE'] };
  const processes = [
    row('parser', { silence: 42.4 }),
    row('parser', { silence: 99 }),
    row('indexer', waits),
    row('indexer', waits),
    row('indexer'),
  ];
  const own = { ready: false, reasons: ['database: gone'] };
  expect(joinReadiness(own, ['watcher', 'parser', 'indexer'], processes)).toEqual({
    ready: false,
    reasons: [
      'database: gone',
      'watcher: there is no process of it',
      'parser: no process of it has given a sign for 42 s',
      'indexer: diglot.indexer waits: DIGLOT_BUS_UNAVAILABLE',
    ],
  });
});

it('does not miss a process whose service goes on without it', () => {
  expect(joinReadiness(WELL, ['parser'], [row('parser', { silence: 60 }), row('parser')])).toEqual(WELL);
});
