import { LONE_POINTS, POINT_NAMES } from './points/all-points.ts';
import { EVERY_STEP, PROCESS_POINTS } from './points/process-points.ts';
import { namesOf, planRounds } from './plan-rounds.ts';
import { Random } from '@diglot/protocol-model';

const choices = { processes: PROCESS_POINTS, alone: LONE_POINTS };

it('strikes every point once', () => {
  const names = planRounds(choices, new Random(1)).flatMap(namesOf);
  expect(names.toSorted()).toEqual(POINT_NAMES.toSorted());
});

it('strikes no service twice in one run, and the world alone', () => {
  for (const round of planRounds(choices, new Random(2))) {
    const services = 'processes' in round ? round.processes.map(({ service }) => service) : [];
    expect(new Set(services).size).toBe(services.length);
  }
});

it('has the order of its seed', () => {
  const order = (seed: number) => planRounds(choices, new Random(seed)).map(namesOf);
  expect(order(3)).toEqual(order(3));
  expect(order(3)).not.toEqual(order(4));
});

it('names no point twice', () => {
  expect(new Set(POINT_NAMES).size).toBe(POINT_NAMES.length);
});

it('has a short form that leaves out no step, and no service', () => {
  const steps = (points: typeof PROCESS_POINTS) => [...new Set(points.map(({ failpoint }) => failpoint))];
  expect(EVERY_STEP.map(({ failpoint }) => failpoint)).toEqual(steps(PROCESS_POINTS));
  expect(new Set(EVERY_STEP.map(({ service }) => service)).size).toBe(4);
});
