import { describeMemory, inMebibytes } from '../memory/judge-memory.ts';
import type { ChaosResult } from '../run-chaos.ts';

/** What is said after the table, a line for each thing that was judged once, at the end. */
export function renderEnd({ memory, misfolded }: Omit<ChaosResult, 'results'>): string[] {
  const { baseline, now, judged, grown } = memory;
  const figures = describeMemory(baseline, now);
  const growth = grown.map(
    ({ service, now: bytes, limit }) =>
      `   ${service} has ${inMebibytes(bytes)} MiB, which is more than ${inMebibytes(limit)}`,
  );
  const level = grown.length === 0 ? 'back to its level' : 'NOT back to its level';
  return [
    `papers whose state is not the fold of their set: ${misfolded}`,
    `memory, MiB (judged: ${judged}): ${figures}: ${judged === 'nothing' ? 'too few runs' : level}`,
    ...growth,
  ];
}
