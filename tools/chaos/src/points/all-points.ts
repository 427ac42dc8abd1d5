import type { CrashPoint, ProcessPoint } from './crash-point.ts';
import { GROUP_POINTS } from './group-points.ts';
import { PROCESS_POINTS } from './process-points.ts';
import { REDIS_POINTS } from './redis-points.ts';
import { SERVER_POINTS } from './server-points.ts';

/** What strikes alone, since everybody feels it. */
export const LONE_POINTS: readonly CrashPoint[] = [...GROUP_POINTS, ...REDIS_POINTS, ...SERVER_POINTS];

/** Every crash point by its name. */
export const POINT_NAMES: readonly string[] = [...PROCESS_POINTS, ...LONE_POINTS].map(({ name }) => name);

export type { CrashPoint, ProcessPoint };
