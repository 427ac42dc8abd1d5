import { serveTasks } from '@diglot/threads';
import type { PairVerdict } from '../judging/bilingual-pair.ts';

/** An engine of another time: it accepts everything. */
serveTasks((): PairVerdict => ({ verdict: 'accept', score: 100, issues: [] }));
