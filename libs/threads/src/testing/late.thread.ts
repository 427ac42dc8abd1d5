import { setTimeout } from 'node:timers/promises';
import { serveTasks } from '../serve-tasks.ts';

/** Loads for longer than its task may take in the spec. */
await setTimeout(2500);

serveTasks((word: string) => word.length);
