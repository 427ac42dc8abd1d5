/** Work that gives way now and then, so that whoever runs it can do something else meanwhile; its result comes last. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/**
 * How many bytes are looked at before work gives way. The costliest shapes are read at some 5 MB/s, so that a step takes
 * some 15 ms at worst.
 */
export const STEP_BYTES = 65_536;

/** Does all the work at once. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
