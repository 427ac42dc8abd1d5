import type { Readiness } from '../api.settings.ts';
import type { ProcessRow } from './process-row.ts';

/** Processes give a sign every two seconds; one that has been silent for so long is dead, stopped or cut off. */
const SILENT_SECONDS = 10;

/**
 * Whether everything works: this process, and at least one of every service, each of which says so itself. Pure.
 * @param services those that have processes of their own; none where all is in this one
 */
export function joinReadiness(
  own: Readiness,
  services: readonly string[],
  processes: readonly ProcessRow[],
): Readiness {
  const reasons = services.flatMap((service) => reasonsOf(service, processes));
  return { ready: own.ready && reasons.length === 0, reasons: [...own.reasons, ...new Set(reasons)] };
}

function reasonsOf(service: string, processes: readonly ProcessRow[]): readonly string[] {
  const its = processes.filter((process) => process.service === service);
  const heard = its.filter(({ silence }) => silence < SILENT_SECONDS);
  if (heard.length > 0) {
    return heard.flatMap(({ reasons }) => reasons.map((reason) => `${service}: ${reason}`));
  }
  if (its.length === 0) return [`${service}: there is no process of it`];
  const silence = Math.round(Math.min(...its.map((process) => process.silence)));
  return [`${service}: no process of it has given a sign for ${silence} s`];
}
