import { errorFamily } from '../error-entry.ts';

/** Commands and requests. */
export const requestErrors = errorFamily({
  DIGLOT_WEBHOOK_UNREACHABLE: {
    class: 'Transient',
    meaning: 'A webhook does not answer, or answers that something is wrong with it.',
    remedy: 'Look at its receiver; the delivery is tried again by itself.',
    zh: {
      meaning: '某个 webhook 没有应答，或应答说自身有问题。',
      remedy: '请查看其接收方；投递会自动重试。',
    },
  },
  DIGLOT_WEBHOOK_THROTTLED: {
    class: 'Throttled',
    meaning: 'A webhook wants to be told more slowly.',
    remedy: 'Nothing; the delivery is tried again when the receiver wants it.',
    zh: {
      meaning: '某个 webhook 要求放慢投递。',
      remedy: '无需处理；会在接收方要求的时间重试。',
    },
  },
  DIGLOT_WEBHOOK_REFUSED: {
    class: 'Invalid',
    meaning: 'A webhook will not take a delivery: it answers 4xx, or sends it elsewhere.',
    remedy: 'Correct the address or the receiver, then redrive the dead letter.',
    zh: {
      meaning: '某个 webhook 不接受投递：它应答 4xx，或指向别处。',
      remedy: '请更正地址或接收方，然后重新投递死信。',
    },
  },
  DIGLOT_REQUEST_INVALID: {
    class: 'Invalid',
    meaning: 'A request has a wrong parameter.',
    remedy: 'Correct what the message names.',
    zh: {
      meaning: '请求的某个参数有误。',
      remedy: '请更正消息所指的内容。',
    },
  },
  DIGLOT_NOT_FOUND: {
    class: 'Invalid',
    meaning: 'There is no such thing.',
    remedy: 'Check the identifier.',
    zh: {
      meaning: '没有这样的内容。',
      remedy: '请检查编号。',
    },
  },
  DIGLOT_METHOD_NOT_ALLOWED: {
    class: 'Invalid',
    meaning: 'The address is known, but it cannot be asked with this method.',
    remedy: 'Use a method that the header Allow names; /openapi.json says what each does.',
    zh: {
      meaning: '地址存在，但不支持该请求方法。',
      remedy: '请使用 Allow 头列出的方法；/openapi.json 说明了各方法的作用。',
    },
  },
  DIGLOT_REVIEW_UNFIT: {
    class: 'Invalid',
    meaning: 'An edit of a translation is empty, holds no Chinese, or changes nothing.',
    remedy: 'Give the whole Chinese text as it should read; a text that is right as it is can be accepted.',
    zh: {
      meaning: '对译文的修改为空、不含中文，或没有改变任何内容。',
      remedy: '请给出应有的完整中文；原文正确时可以直接接受。',
    },
  },
  DIGLOT_REVIEW_STALE: {
    class: 'Invalid',
    meaning: 'A review is about a text that the paper has no more: its digest was changed.',
    remedy: 'Look at the paper as it is now, and review that.',
    zh: {
      meaning: '审阅所针对的文本已不再属于该论文：其摘要文件已改变。',
      remedy: '请查看论文现在的内容，并对其审阅。',
    },
  },
  DIGLOT_REVIEW_CONFLICT: {
    class: 'Invalid',
    meaning: 'Somebody else reviewed the same text meanwhile.',
    remedy: 'Look at that review; give yours again if it shall take its place.',
    zh: {
      meaning: '其间另有人审阅了同一文本。',
      remedy: '请查看那份审阅；如果要以您的为准，请再次提交。',
    },
  },
  DIGLOT_HOST_REFUSED: {
    class: 'Invalid',
    meaning: 'The Host header of a request names another machine.',
    remedy: 'Use the printed address, or add the name to DIGLOT_ALLOWED_HOSTS.',
    zh: {
      meaning: '请求的 Host 头指向另一台机器。',
      remedy: '请使用启动时显示的地址，或将该名称加入 DIGLOT_ALLOWED_HOSTS。',
    },
  },
  DIGLOT_TOKEN_REQUIRED: {
    class: 'Invalid',
    meaning: 'A command came without the bearer token, or with a wrong one.',
    remedy: 'Send `Authorization: Bearer …` with the content of the token file.',
    zh: {
      meaning: '命令没有携带令牌，或令牌有误。',
      remedy: '请发送 `Authorization: Bearer …`，其值为令牌文件的内容。',
    },
  },
  DIGLOT_TOO_MANY_COMMANDS: {
    class: 'Throttled',
    meaning: 'One address gave more commands than it may in a minute.',
    remedy: 'Wait as long as the header Retry-After says, or raise DIGLOT_COMMANDS_PER_MINUTE.',
    zh: {
      meaning: '同一地址一分钟内发出的命令超过允许的数量。',
      remedy: '请按 Retry-After 头等待，或调大 DIGLOT_COMMANDS_PER_MINUTE。',
    },
  },
  DIGLOT_TOO_MANY_VERIFICATIONS: {
    class: 'Throttled',
    meaning: 'One address had more texts looked at than it may in a minute.',
    remedy: 'Wait as long as the header Retry-After says, or raise DIGLOT_VERIFICATIONS_PER_MINUTE.',
    zh: {
      meaning: '同一地址一分钟内要求检查的文本超过允许的数量。',
      remedy: '请按 Retry-After 头等待，或调大 DIGLOT_VERIFICATIONS_PER_MINUTE。',
    },
  },
  DIGLOT_TOO_MANY_READS: {
    class: 'Throttled',
    meaning: 'One address read more often than it may in a minute.',
    remedy:
      'Wait as long as the header Retry-After says, or raise DIGLOT_READS_PER_MINUTE; behind a proxy, name it in DIGLOT_TRUSTED_PROXIES.',
    zh: {
      meaning: '同一地址一分钟内的读取次数超过允许的数量。',
      remedy:
        '请按 Retry-After 头等待，或调大 DIGLOT_READS_PER_MINUTE；位于代理之后时，请在 DIGLOT_TRUSTED_PROXIES 中填写该代理。',
    },
  },
  DIGLOT_TOO_MANY_EXPORTS: {
    class: 'Throttled',
    meaning: 'One address takes as many exports as it may at the same time.',
    remedy: 'Let one of them end first, or raise DIGLOT_EXPORTS_AT_ONCE.',
    zh: {
      meaning: '同一地址同时进行的导出已达允许的数量。',
      remedy: '请等待其中一个结束，或调大 DIGLOT_EXPORTS_AT_ONCE。',
    },
  },
  DIGLOT_TOO_MANY_STREAMS: {
    class: 'Throttled',
    meaning: 'One address has as many streams of live updates open as it may.',
    remedy:
      'Close one of them, or raise DIGLOT_STREAMS_PER_ADDRESS; behind a proxy, name it in DIGLOT_TRUSTED_PROXIES.',
    zh: {
      meaning: '同一地址打开的实时更新流已达允许的数量。',
      remedy:
        '请关闭其中一个，或调大 DIGLOT_STREAMS_PER_ADDRESS；位于代理之后时，请在 DIGLOT_TRUSTED_PROXIES 中填写该代理。',
    },
  },
  DIGLOT_STREAMS_FULL: {
    class: 'Unavailable',
    meaning: 'The api holds as many streams of live updates open as it may.',
    remedy: 'Ask for /api/status from time to time instead, start another api, or raise DIGLOT_STREAMS_IN_ALL.',
    zh: {
      meaning: 'API 打开的实时更新流已达上限。',
      remedy: '请改为定期查询 /api/status，另启动一个 API，或调大 DIGLOT_STREAMS_IN_ALL。',
    },
  },
  DIGLOT_INTERRUPTED: {
    class: 'Transient',
    meaning: 'A command was stopped by a signal before it was done.',
    remedy: 'Run it again: what was handed over stays, and is not sent again.',
    zh: {
      meaning: '命令在完成之前被信号中止。',
      remedy: '请再次运行：已交付的内容会保留，不会重复发送。',
    },
  },
  DIGLOT_GIVEN_UP: {
    class: 'Invalid',
    meaning: 'A person gave an event up that was still being retried.',
    remedy: 'Redrive the dead letter if that was a mistake; the audit says who did it and why.',
    zh: {
      meaning: '有人放弃了仍在重试的事件。',
      remedy: '如果是误操作，请重新投递死信；审计记录中有操作者和原因。',
    },
  },
});
