import { errorFamily } from '../error-entry.ts';

/** Servers that others run. */
export const serverErrors = errorFamily({
  DIGLOT_POSTGRES_UNAVAILABLE: {
    class: 'Unavailable',
    meaning: 'PostgreSQL does not answer, is starting or stopping, or refuses connections.',
    remedy: 'Start it. Work goes on by itself; nothing is lost meanwhile.',
    zh: {
      meaning: 'PostgreSQL 没有应答、正在启动或停止，或拒绝连接。',
      remedy: '请启动它。工作会自动继续；其间不会丢失任何内容。',
    },
  },
  DIGLOT_POSTGRES_FULL: {
    class: 'Unavailable',
    meaning: 'PostgreSQL has no space left on its disk, or no memory.',
    remedy: 'Free some space. Work goes on by itself.',
    zh: {
      meaning: 'PostgreSQL 的磁盘空间或内存已用尽。',
      remedy: '请释放一些空间。工作会自动继续。',
    },
  },
  DIGLOT_POSTGRES_CONTENTION: {
    class: 'Transient',
    meaning: 'A transaction met a deadlock, a serialisation failure or a lock timeout.',
    remedy: 'Nothing: it is tried again.',
    zh: {
      meaning: '事务遇到死锁、串行化失败或锁超时。',
      remedy: '无需处理：会自动重试。',
    },
  },
  DIGLOT_POSTGRES_REFUSED_DATA: {
    class: 'Invalid',
    meaning: 'PostgreSQL refuses the data of an event (SQLSTATE class 22 or 23).',
    remedy: 'Look at the dead letter; correct its producer or the schema, then redrive.',
    zh: {
      meaning: 'PostgreSQL 拒绝事件的数据（SQLSTATE 22 或 23 类）。',
      remedy: '请查看死信；更正其生产者或模式，然后重新投递。',
    },
  },
  DIGLOT_ALARMS_UNAVAILABLE: {
    class: 'Unavailable',
    meaning: 'The alarm clock (Redis, or BullMQ on PostgreSQL) does not answer.',
    remedy: 'Start it. The sweeper sets every missing alarm again.',
    zh: {
      meaning: '定时器（Redis，或基于 PostgreSQL 的 BullMQ）没有应答。',
      remedy: '请启动它。清扫程序会重新设置所有缺失的定时。',
    },
  },
  DIGLOT_BUS_UNAVAILABLE: {
    class: 'Unavailable',
    meaning: 'The log (Kafka, or the outbox) does not answer.',
    remedy: 'Start it. Work goes on by itself.',
    zh: {
      meaning: '日志（Kafka 或发件箱）没有应答。',
      remedy: '请启动它。工作会自动继续。',
    },
  },
  DIGLOT_TOPIC_MISSING: {
    class: 'Unavailable',
    meaning: 'A topic does not exist in Kafka; it is never created by accident.',
    remedy: 'Run the topics job. Work goes on by itself.',
    zh: {
      meaning: 'Kafka 中没有某个主题；主题不会被意外创建。',
      remedy: '请运行创建主题的任务。工作会自动继续。',
    },
  },
  DIGLOT_TOPIC_DIFFERS: {
    class: 'Invalid',
    meaning: 'A topic exists with other settings, or with fewer partitions, than Diglot would make it with.',
    remedy:
      'Change the setting that the message names with the tools of Kafka and run the topics job again, or live with it.',
    zh: {
      meaning: '主题已存在，但其设置与 Diglot 创建时不同，或分区更少。',
      remedy: '请用 Kafka 的工具更改消息所指的设置，再次运行创建主题的任务；或保持现状。',
    },
  },
  DIGLOT_TIMEOUT: {
    class: 'Transient',
    meaning: 'An outside call took too long.',
    remedy: 'Nothing: it is tried again.',
    zh: {
      meaning: '对外部的调用耗时过长。',
      remedy: '无需处理：会自动重试。',
    },
  },
  DIGLOT_THROTTLED: {
    class: 'Throttled',
    meaning: 'An outside service asked to wait.',
    remedy: 'Nothing: it is tried again when the service said.',
    zh: {
      meaning: '外部服务要求等待。',
      remedy: '无需处理：会在对方指定的时间重试。',
    },
  },
});
