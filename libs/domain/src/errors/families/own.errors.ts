import { errorFamily } from '../error-entry.ts';

/** Mistakes of our own. */
export const ownErrors = errorFamily({
  DIGLOT_THREAD_CRASHED: {
    class: 'Bug',
    meaning: 'The thread that worked on something died of it, ran out of memory, or was ended for taking too long.',
    remedy: 'Report it with the event of the dead letter; nothing else was lost.',
    zh: {
      meaning: '处理某项内容的线程因此崩溃、内存不足，或因耗时过长而被终止。',
      remedy: '请附上死信中的事件报告此问题；没有丢失其他内容。',
    },
  },
  DIGLOT_BUG: {
    class: 'Bug',
    meaning: 'Something happened that nobody thought of.',
    remedy: 'Report it with the stack and the version from the dead letter, then redrive.',
    zh: {
      meaning: '发生了没有人预料到的情况。',
      remedy: '请附上死信中的堆栈和版本报告此问题，然后重新投递。',
    },
  },
});
