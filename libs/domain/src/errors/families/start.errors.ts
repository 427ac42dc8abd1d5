import { errorFamily } from '../error-entry.ts';

/** What ends a process, most of it at the start. */
export const startErrors = errorFamily({
  DIGLOT_CONFIG_INVALID: {
    class: 'Fatal',
    meaning: 'The configuration or the command line is not valid.',
    remedy: 'Correct what the message lists; it names all of it at once.',
    zh: {
      meaning: '配置或命令行无效。',
      remedy: '请更正消息所列的内容；它一次列出全部问题。',
    },
  },
  DIGLOT_BUS_REFUSED: {
    class: 'Fatal',
    meaning: 'Kafka does not let this client in: a wrong user or password, a certificate, or a missing permission.',
    remedy: 'Correct the `DIGLOT_KAFKA_…` settings, or the permissions of the user; the message says which.',
    zh: {
      meaning: 'Kafka 不允许此客户端接入：用户或密码错误、证书有误，或缺少权限。',
      remedy: '请更正 `DIGLOT_KAFKA_…` 设置或用户的权限；消息中有说明。',
    },
  },
  DIGLOT_ALARMS_REFUSED: {
    class: 'Fatal',
    meaning: 'Redis does not let this client in: a wrong user or password, a certificate, or a missing permission.',
    remedy: 'Correct DIGLOT_REDIS_URL or DIGLOT_REDIS_CA, or the permissions of the user; the message says which.',
    zh: {
      meaning: 'Redis 不允许此客户端接入：用户或密码错误、证书有误，或缺少权限。',
      remedy: '请更正 DIGLOT_REDIS_URL、DIGLOT_REDIS_CA 或用户的权限；消息中有说明。',
    },
  },
  DIGLOT_BUS_CRASHED: {
    class: 'Fatal',
    meaning: 'The Kafka client stopped for a reason after which it does not go on by itself.',
    remedy: 'Nothing: the process exits and is started again. If it is frequent, report the message.',
    zh: {
      meaning: 'Kafka 客户端因某种无法自行恢复的原因停止。',
      remedy: '无需处理：进程会退出并重新启动。如果经常发生，请报告该消息。',
    },
  },
  DIGLOT_READER_HANGS: {
    class: 'Fatal',
    meaning:
      'A reader, or a batch that it delivers, has given no sign for several session times: it would never go on.',
    remedy: 'Restart the process, as whoever watches /livez does; nothing is lost. If it comes again, report it.',
    zh: {
      meaning: '某个读取程序或它投递的一批事件在数个会话时间内没有任何动静：它不会自行继续。',
      remedy: '请像监视 /livez 的程序那样重启进程；不会丢失任何内容。如果再次发生，请报告。',
    },
  },
  DIGLOT_LOOP_BLOCKED: {
    class: 'Fatal',
    meaning: 'The event loop of a process was held up for more than ten seconds, or the process was stopped so long.',
    remedy:
      'Restart the process if it comes again, as whoever watches /livez does; look whether the machine is overloaded.',
    zh: {
      meaning: '某个进程的事件循环被阻塞超过十秒，或进程被停住了同样长的时间。',
      remedy: '如果再次发生，请像监视 /livez 的程序那样重启进程；并查看机器是否过载。',
    },
  },
  DIGLOT_PORT_IN_USE: {
    class: 'Fatal',
    meaning: 'The port of the page and the API is in use.',
    remedy: 'Choose another with --port, or leave --port out.',
    zh: {
      meaning: '页面和 API 的端口已被占用。',
      remedy: '请用 --port 选择另一个端口，或不写 --port。',
    },
  },
  DIGLOT_DATA_LOCKED: {
    class: 'Fatal',
    meaning: 'Another Diglot runs on this data folder.',
    remedy: 'Use that one, stop it, or choose another folder with --data.',
    zh: {
      meaning: '另一个 Diglot 正在使用此数据文件夹。',
      remedy: '请使用那一个、停止它，或用 --data 选择另一个文件夹。',
    },
  },
  DIGLOT_DATA_UNUSABLE: {
    class: 'Fatal',
    meaning:
      'The data folder cannot be created or written, or it holds something else: the data of the other profile, say.',
    remedy: 'Choose another folder with --data, or correct its permissions.',
    zh: {
      meaning: '数据文件夹无法创建或写入，或已存有其他内容（例如另一种运行方式的数据）。',
      remedy: '请用 --data 选择另一个文件夹，或更正其权限。',
    },
  },
  DIGLOT_DATA_NEWER: {
    class: 'Fatal',
    meaning: 'The data was written by a newer version of Diglot.',
    remedy: 'Start that version, or choose another folder with --data.',
    zh: {
      meaning: '数据由更新版本的 Diglot 写入。',
      remedy: '请启动那个版本，或用 --data 选择另一个文件夹。',
    },
  },
  DIGLOT_POSTGRES_START: {
    class: 'Fatal',
    meaning: 'The embedded PostgreSQL cannot be started.',
    remedy: 'Read the last lines of its log, which follow the message.',
    zh: {
      meaning: '内置的 PostgreSQL 无法启动。',
      remedy: '请看消息之后其日志的最后几行。',
    },
  },
  DIGLOT_TOOL_MISSING: {
    class: 'Fatal',
    meaning: 'A program that the servers of the stack profile need is not installed, or is too old.',
    remedy: 'Install what the message names: Java 17 or newer and Maven for Kafka, redis-server for Redis.',
    zh: {
      meaning: 'stack 配置的服务器所需的某个程序未安装，或版本过旧。',
      remedy: '请安装消息所指的程序：Kafka 需要 Java 17 或更新版本及 Maven，Redis 需要 redis-server。',
    },
  },
  DIGLOT_DOWNLOAD_FAILED: {
    class: 'Fatal',
    meaning: 'A server of the stack profile could not be downloaded.',
    remedy: 'Read the lines of the tool that follow the message; its registry must be reachable.',
    zh: {
      meaning: 'stack 配置的某个服务器无法下载。',
      remedy: '请看消息之后该工具的输出；其软件仓库必须可以访问。',
    },
  },
  DIGLOT_KAFKA_START: {
    class: 'Fatal',
    meaning: 'A Kafka broker of our own cannot be started.',
    remedy: 'Read the last lines of its log, which follow the message.',
    zh: {
      meaning: '自带的 Kafka 代理无法启动。',
      remedy: '请看消息之后其日志的最后几行。',
    },
  },
  DIGLOT_REDIS_START: {
    class: 'Fatal',
    meaning: 'A Redis of our own cannot be started.',
    remedy: 'Read the last lines of its log, which follow the message.',
    zh: {
      meaning: '自带的 Redis 无法启动。',
      remedy: '请看消息之后其日志的最后几行。',
    },
  },
  DIGLOT_SERVICE_START: {
    class: 'Fatal',
    meaning: 'A service or a job of the stack cannot be started, or a job failed.',
    remedy: 'Read the last lines of its log, which follow the message.',
    zh: {
      meaning: 'stack 的某个服务或任务无法启动，或某个任务失败。',
      remedy: '请看消息之后其日志的最后几行。',
    },
  },
  DIGLOT_MIGRATION_FAILED: {
    class: 'Fatal',
    meaning: 'A migration of the database failed and was rolled back.',
    remedy: 'Read the cause in the message; the data is as before.',
    zh: {
      meaning: '数据库的某次迁移失败并已回滚。',
      remedy: '请看消息中的原因；数据与之前相同。',
    },
  },
  DIGLOT_SCHEMA_OUTDATED: {
    class: 'Fatal',
    meaning: 'The database lacks tables that this version of a service needs.',
    remedy: 'Run the job `migrate` of the same version, then start the service again (docs/operations.md, "Upgrade").',
    zh: {
      meaning: '数据库缺少此版本的服务所需的表。',
      remedy: '请运行同一版本的 `migrate` 任务，然后重新启动服务（docs/operations.md，“Upgrade”一节）。',
    },
  },
  DIGLOT_LEXICON_UNUSABLE: {
    class: 'Fatal',
    meaning: 'The lexicon of the verifier is damaged or of another version.',
    remedy: 'Restore `lexicon.bin` of the verification package, or train it anew (docs/verification.md).',
    zh: {
      meaning: '核对器的词典已损坏，或属于另一个版本。',
      remedy: '请恢复 verification 包中的 `lexicon.bin`，或重新训练（docs/verification.md）。',
    },
  },
  DIGLOT_HANDLER_MISSING: {
    class: 'Fatal',
    meaning: 'A topic that this process subscribes to has no handler, or two.',
    remedy: 'This is a mistake in the code: declare exactly one handler.',
    zh: {
      meaning: '此进程订阅的某个主题没有处理程序，或有两个。',
      remedy: '这是代码中的错误：应当恰好声明一个处理程序。',
    },
  },
});
