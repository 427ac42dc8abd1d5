import { setTimeout } from 'node:timers/promises';
import { Assignment } from './assignment.ts';

test('each partition has a first batch, until one of it was taken', () => {
  const assignment = new Assignment([0, 1]);
  assignment.delivered(0);
  expect([0, 1].map((partition) => assignment.isFirst(partition))).toEqual([false, true]);
});

test('a place moves forward only, each partition for itself', () => {
  const assignment = new Assignment([0, 1]);
  expect(['5', '9007199254740993', '9007199254740992', '6'].map((offset) => assignment.advance(0, offset))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(assignment.advance(1, '0')).toBe(true);
});

test('the place of a partition that the group gave to somebody else is not moved', () => {
  expect(new Assignment([0, 2]).advance(1, '5')).toBe(false);
});

test('what a partition waits out is known until it is taken, and it is tried again', async () => {
  const assignment = new Assignment([0, 1]);
  const tried: number[] = [];
  assignment.wait(0, 'A', 1, () => tried.push(0));
  assignment.wait(1, 'B', 1, () => tried.push(1));
  expect(assignment.waitsFor()).toBe('A');
  assignment.delivered(0);
  expect(assignment.waitsFor()).toBe('B');
  await setTimeout(20);
  expect(tried).toEqual([1]);
  assignment.wait(1, 'C', 1, () => tried.push(2));
  assignment.end();
  await setTimeout(20);
  expect(tried).toEqual([1]);
  expect(assignment.waitsFor()).toBeNull();
});
