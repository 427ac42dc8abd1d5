import { parentPort, workerData } from 'node:worker_threads';
import { readShare, type DryRunWork } from './read-share.ts';

parentPort?.postMessage(readShare(workerData as DryRunWork));
