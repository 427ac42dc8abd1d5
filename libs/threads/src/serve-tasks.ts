import { parentPort } from 'node:worker_threads';

/** What a thread says once it has loaded. */
export const SERVES = 'serves';

/** What a thread answers to a task. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly error: { readonly message: string; readonly stack: string; readonly code: string };
    };

/** Does every task that this thread is given; to be called once by the file of a thread. */
export function serveTasks<Task, Result>(work: (task: Task) => Result | Promise<Result>): void {
  let before = Promise.resolve();
  const answer = async (task: Task): Promise<void> => parentPort?.postMessage(await answerTo(work, task));
  // One after the other, so that the answers come in the order of the tasks.
  parentPort?.on('message', (task: Task) => {
    before = before.then(() => answer(task));
  });
  parentPort?.postMessage(SERVES);
}

async function answerTo<Task, Result>(work: (task: Task) => Result | Promise<Result>, task: Task): Promise<Answer> {
  try {
    return { ok: true, value: await work(task) };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const code = 'code' in error ? String(error.code) : '';
    return { ok: false, error: { message: error.message, stack: error.stack ?? '', code } };
  }
}
