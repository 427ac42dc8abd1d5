import { errorFamily } from '../error-entry.ts';

/** Digests and their files. */
export const digestErrors = errorFamily({
  DIGLOT_FILE_UNREADABLE: {
    class: 'Transient',
    meaning: 'A file below a watched folder cannot be opened or read.',
    remedy: 'Give the user that runs Diglot permission to read it; it is tried again at every scan.',
    zh: {
      meaning: '所监视文件夹中的某个文件无法打开或读取。',
      remedy: '让运行 Diglot 的用户有权读取它；每次扫描都会重试。',
    },
  },
  DIGLOT_FILE_UNSTABLE: {
    class: 'Transient',
    meaning: 'A file keeps changing, so it is not taken yet.',
    remedy: 'Let its writer finish, or have it write to a temporary name and rename. It is taken once it rests.',
    zh: {
      meaning: '某个文件仍在变化，因此尚未读取。',
      remedy: '等写入方写完，或让它先写入临时文件名再改名。文件静止后即会读取。',
    },
  },
  DIGLOT_DIGEST_TOO_LARGE: {
    class: 'Invalid',
    meaning: 'A file is larger than the 64 MiB that a digest may have.',
    remedy: 'Split the file. It is left where it is and nothing of it is stored.',
    zh: {
      meaning: '文件超过摘要文件允许的 64 MiB。',
      remedy: '请拆分该文件。它留在原处，其内容不会被存储。',
    },
  },
  DIGLOT_PATH_OUTSIDE_ROOT: {
    class: 'Invalid',
    meaning: 'A path below a watched folder leads outside of it through a symbolic link.',
    remedy: 'Replace the link by the file, or watch the folder it points to.',
    zh: {
      meaning: '所监视文件夹中的某个路径经符号链接通向文件夹之外。',
      remedy: '用文件本身代替链接，或监视链接所指的文件夹。',
    },
  },
  DIGLOT_PATH_UNUSABLE: {
    class: 'Invalid',
    meaning: 'A file name holds a control character or is not valid UTF-8, or a path is longer than 2,000 bytes.',
    remedy: 'Rename the file.',
    zh: {
      meaning: '文件名含有控制字符或不是有效的 UTF-8，或路径超过 2,000 字节。',
      remedy: '请重命名该文件。',
    },
  },
  DIGLOT_SOURCE_MISSING: {
    class: 'Unavailable',
    meaning: 'A watched folder does not exist or cannot be listed.',
    remedy: 'Create or mount it. While it is away nothing of it counts as deleted.',
    zh: {
      meaning: '所监视的文件夹不存在或无法列出。',
      remedy: '请创建或挂载它。在此期间，其中的任何内容都不算被删除。',
    },
  },
  DIGLOT_GIT_FAILED: {
    class: 'Unavailable',
    meaning: 'A git repository cannot be fetched or read.',
    remedy:
      'Read what git said in the message; check the address, the branch and the key. While it is away nothing of it counts as deleted.',
    zh: {
      meaning: 'git 仓库无法获取或读取。',
      remedy: '请看消息中 git 的说明；检查地址、分支和密钥。在此期间，其中的任何内容都不算被删除。',
    },
  },
  DIGLOT_SOURCE_CONFIGURED: {
    class: 'Invalid',
    meaning: 'A command would put digests into a source, or forget one, that is watched by configuration.',
    remedy: 'Upload to a source of another name; take a source out of the configuration before it is forgotten.',
    zh: {
      meaning: '某个命令要向由配置监视的来源放入摘要文件，或要移除这样的来源。',
      remedy: '请上传到另一个名称的来源；要移除来源，请先从配置中删去它。',
    },
  },
  DIGLOT_CLEAN_UP_FAILED: {
    class: 'Transient',
    meaning: 'A file whose digest is stored cannot be moved or deleted, as its source wants it.',
    remedy: 'Give the user that runs Diglot permission to change the folder; it is tried again at every scan.',
    zh: {
      meaning: '摘要文件已存储，但无法按来源的要求移动或删除原文件。',
      remedy: '让运行 Diglot 的用户有权更改该文件夹；每次扫描都会重试。',
    },
  },
  DIGLOT_DIGEST_MISSING: {
    class: 'Bug',
    meaning: 'An event names a digest whose bytes are not stored.',
    remedy: 'Bytes are committed with their announcement; look whether rows of watcher.digests were deleted by hand.',
    zh: {
      meaning: '某个事件所指的摘要文件的内容没有存储。',
      remedy: '内容与其通告在同一事务中提交；请查看 watcher.digests 的行是否被人手工删除。',
    },
  },
  DIGLOT_DIGEST_ENCODING: {
    class: 'Invalid',
    meaning: 'A digest is not valid UTF-8.',
    remedy: 'Save the file as UTF-8; the new bytes are taken by themselves. The old bytes stay stored.',
    zh: {
      meaning: '摘要文件不是有效的 UTF-8。',
      remedy: '请将文件存为 UTF-8；新内容会自动读取。旧内容仍会保留。',
    },
  },
  DIGLOT_DIGEST_BINARY: {
    class: 'Invalid',
    meaning: 'A digest holds binary data, not text.',
    remedy: 'Replace or remove the file. Its bytes stay stored.',
    zh: {
      meaning: '摘要文件的内容是二进制数据，不是文本。',
      remedy: '请替换或移走该文件。其内容仍会保留。',
    },
  },
  DIGLOT_DIGEST_UNKNOWN_FORMAT: {
    class: 'Invalid',
    meaning: 'A file is text, but no reader knows its format.',
    remedy: 'Check the file. If its format is a digest, redrive the dead letter once a reader for it exists.',
    zh: {
      meaning: '文件是文本，但没有读取器认识其格式。',
      remedy: '请检查该文件。如果确是摘要文件，待有读取器后重新投递死信。',
    },
  },

  DIGLOT_DIGEST_TOO_MANY_ENTRIES: {
    class: 'Invalid',
    meaning: 'A digest has more than 20,000 blocks; the largest real one has 717.',
    remedy: 'Split the file. Its bytes stay stored.',
    zh: {
      meaning: '摘要文件有超过 20,000 个块；实际最大的有 717 个。',
      remedy: '请拆分该文件。其内容仍会保留。',
    },
  },
});
