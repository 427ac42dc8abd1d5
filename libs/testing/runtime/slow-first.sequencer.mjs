import Sequencer from '@jest/test-sequencer';

/** Levels in the order of how long their longest tests take: those that kill, those with servers, those of the page, pure ones. */
const LEVELS = ['.chaos.spec.', '.e2e.spec.', '.int.spec.'];

/**
 * Where nobody knows yet how long a file takes (a fresh clone), Jest begins with the longest text. A file that waits for minutes
 * may have a short one, and then it ends the run alone, beside idle workers. What Jest knows still orders each level.
 */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => levelOf(a.path) - levelOf(b.path));
  }
}

function levelOf(path) {
  const level = LEVELS.findIndex((name) => path.includes(name));
  return level === -1 ? LEVELS.length : level;
}
