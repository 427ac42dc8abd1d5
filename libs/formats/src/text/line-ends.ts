import { STEP_BYTES, type Steps } from '../steps.ts';

/** Whether CR LF is how lines end; any other line end decides at once, so this looks at one line of nearly every file. */
export function* endsEveryLineWithCrLf(text: string): Steps<boolean> {
  let any = false;
  let pause = STEP_BYTES;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) !== 0x0d) return false;
    any = true;
    if (at < pause) continue;
    yield;
    pause = at + STEP_BYTES;
  }
  return any;
}
