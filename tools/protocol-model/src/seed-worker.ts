import { parentPort } from 'node:worker_threads';
import { runBatch, type Batch } from './run.ts';

/** A thread that runs the batches that it is sent. */
parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(runBatch(batch)));
