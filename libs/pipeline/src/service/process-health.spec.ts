import { ProcessHealth } from './process-health.ts';

it('is ready once it has started, as long as its parts and its servers are', async () => {
  const health = new ProcessHealth();
  let database: string | null = null;
  let parts: string[] = [];
  health.checks.add('ready', 'database', () => database);
  health.isStarting('starting');
  expect(await health.readiness()).toEqual({ ready: false, reasons: ['starting'] });
  health.started(() => parts);
  expect(await health.readiness()).toEqual({ ready: true, reasons: [] });
  database = 'gone';
  parts = ['diglot.parser does not read'];
  expect(await health.report('ready')).toEqual({
    ok: false,
    reasons: ['database: gone', 'diglot.parser does not read'],
  });
  expect(await health.report('live')).toEqual({ ok: true, reasons: [] });
});

it('stays unready once it drains', async () => {
  const health = new ProcessHealth();
  health.started(() => []);
  health.beginDrain();
  health.started(() => []);
  expect(await health.readiness()).toEqual({ ready: false, reasons: ['draining'] });
});
