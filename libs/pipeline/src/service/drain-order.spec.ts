import { DrainPlan } from './drain-order.ts';

it('stops what was started, in the one order, whatever the order of the start', () => {
  const nothing = (): void => {};
  const plan = new DrainPlan()
    .add('database', nothing)
    .add('probes', nothing)
    .add('consumers', nothing)
    .add('log', nothing)
    .add('readiness', nothing);
  expect(plan.steps.map(({ name }) => name)).toEqual(['readiness', 'consumers', 'log', 'database', 'probes']);
});
