import { parentPort } from 'node:worker_threads';
import { readShare, type DryRunWork } from './read-share.ts';

// Once: without a listener the thread ends by itself.
parentPort?.once('message', (work: DryRunWork) => parentPort?.postMessage(readShare(work)));
