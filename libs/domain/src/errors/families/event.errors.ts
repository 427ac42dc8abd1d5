import { errorFamily } from '../error-entry.ts';

/** Events. */
export const eventErrors = errorFamily({
  DIGLOT_EVENT_UNDECODABLE: {
    class: 'Invalid',
    meaning: 'The bytes of an event are not the JSON that its topic carries.',
    remedy: 'Look at the dead letter: something else writes to this topic.',
    zh: {
      meaning: '事件的字节不是其主题所承载的 JSON。',
      remedy: '请查看死信：有别的程序在向此主题写入。',
    },
  },
  DIGLOT_EVENT_UNKNOWN_TYPE: {
    class: 'Invalid',
    meaning: 'An event is of a type or version that this service does not know.',
    remedy: 'Deploy a version that knows it, then redrive.',
    zh: {
      meaning: '事件的类型或版本是此服务所不认识的。',
      remedy: '请部署认识它的版本，然后重新投递。',
    },
  },
  DIGLOT_EVENT_SCHEMA: {
    class: 'Invalid',
    meaning: 'An event does not fit the schema of its version.',
    remedy: 'Correct its producer, then redrive.',
    zh: {
      meaning: '事件不符合其版本的模式。',
      remedy: '请更正其生产者，然后重新投递。',
    },
  },
  DIGLOT_EVENT_CONFLICT: {
    class: 'Invalid',
    meaning: 'An event bears the id of another whose content differs. Both are kept.',
    remedy: 'Find the producer that gives one id to two contents.',
    zh: {
      meaning: '事件与另一个内容不同的事件有相同的编号。两者都会保留。',
      remedy: '请找出给两份内容同一编号的生产者。',
    },
  },
  DIGLOT_EVENT_KEY_MISMATCH: {
    class: 'Invalid',
    meaning: 'The key of a record is not the one that its content demands.',
    remedy: 'Correct its producer, then redrive.',
    zh: {
      meaning: '记录的键不是其内容所要求的键。',
      remedy: '请更正其生产者，然后重新投递。',
    },
  },
  DIGLOT_EVENT_TOO_LARGE: {
    class: 'Invalid',
    meaning: 'An event is larger than 16 MiB, or than its topic takes (`max.message.bytes`).',
    remedy: 'Split what it was made of, or let the topic take more (docs/protocol.md), then redrive.',
    zh: {
      meaning: '事件超过 16 MiB，或超过其主题的上限（`max.message.bytes`）。',
      remedy: '请拆分其来源，或让主题接受更大的记录（docs/protocol.md），然后重新投递。',
    },
  },
  DIGLOT_ATTEMPTS_EXHAUSTED: {
    class: 'Invalid',
    meaning: 'An event used up its attempts without a result: its process died, or its lease ran out, each time.',
    remedy: 'Look for crashes at the times of its attempts, then redrive.',
    zh: {
      meaning: '事件用尽了尝试次数而没有结果：每次进程都中途终止，或租约到期。',
      remedy: '请查看各次尝试时的崩溃记录，然后重新投递。',
    },
  },
  DIGLOT_STALE_REVISION: {
    class: 'Stale',
    meaning: 'A newer revision of the same subject was taken already.',
    remedy: 'Nothing: this is how redelivery ends.',
    zh: {
      meaning: '同一对象的更新修订已被处理。',
      remedy: '无需处理：重复投递就是这样结束的。',
    },
  },
  DIGLOT_LEASE_LOST: {
    class: 'Stale',
    meaning: 'Another worker took the event over; this result is discarded.',
    remedy: 'Nothing; if it is frequent, lengthen DIGLOT_LEASE_SECONDS.',
    zh: {
      meaning: '另一个工作进程接管了该事件；此结果被丢弃。',
      remedy: '无需处理；如果经常发生，请调大 DIGLOT_LEASE_SECONDS。',
    },
  },
});
