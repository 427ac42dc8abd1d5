import { setImmediate } from 'node:timers/promises';
import type { Steps } from '@diglot/formats';

/** How long one works before others get their turn; a tick of the loop may take 50 ms (docs/protocol.md, "Consumer"). */
const TURN_MILLISECONDS = 10;

/** Lets others have their turn whenever one has worked for long enough. */
export class Turn {
  #begunAt = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#begunAt >= TURN_MILLISECONDS;
  }

  async giveWay(): Promise<void> {
    await setImmediate();
    this.#begunAt = performance.now();
  }
}

/** Does work in as many turns as it takes. */
export async function runInTurns<Result>(steps: Steps<Result>): Promise<Result> {
  const turn = new Turn();
  let step = steps.next();
  while (step.done !== true) {
    if (turn.isOver) await turn.giveWay();
    step = steps.next();
  }
  return step.value;
}
