/**
 * What may be done about an error; the class alone decides (docs/protocol.md, "Errors").
 * `Invalid` dead letter now · `Transient` retry with backoff · `Throttled` retry when told, not counted ·
 * `Unavailable` wait, nothing is marked · `Stale` success · `Bug` two attempts, then dead letter · `Fatal` exit.
 */
export const ERROR_CLASSES = ['Invalid', 'Transient', 'Throttled', 'Unavailable', 'Stale', 'Bug', 'Fatal'] as const;
export type ErrorClass = (typeof ERROR_CLASSES)[number];

interface ErrorEntry {
  readonly class: ErrorClass;
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** What a person can do about it. */
  readonly remedy: string;
}

const table = <Code extends `DIGLOT_${string}`>(entries: Record<Code, ErrorEntry>): Record<Code, ErrorEntry> => entries;

/** Every error Diglot can report. Codes are stable: one may be added, none changes its meaning. */
export const ERROR_TABLE = table({
  // --- digests and their files
  DIGLOT_FILE_UNREADABLE: {
    class: 'Transient',
    meaning: 'A file below a watched folder cannot be opened or read.',
    remedy: 'Give the user that runs Diglot permission to read it; it is tried again at every scan.',
  },
  DIGLOT_FILE_UNSTABLE: {
    class: 'Transient',
    meaning: 'A file keeps changing, so it is not taken yet.',
    remedy: 'Let its writer finish, or have it write to a temporary name and rename. It is taken once it rests.',
  },
  DIGLOT_DIGEST_TOO_LARGE: {
    class: 'Invalid',
    meaning: 'A file is larger than the 64 MiB that a digest may have.',
    remedy: 'Split the file. It is left where it is and nothing of it is stored.',
  },
  DIGLOT_PATH_OUTSIDE_ROOT: {
    class: 'Invalid',
    meaning: 'A path below a watched folder leads outside of it through a symbolic link.',
    remedy: 'Replace the link by the file, or watch the folder it points to.',
  },
  DIGLOT_PATH_UNUSABLE: {
    class: 'Invalid',
    meaning: 'A file name holds a control character or is not valid UTF-8, or a path is longer than 2,000 bytes.',
    remedy: 'Rename the file.',
  },
  DIGLOT_SOURCE_MISSING: {
    class: 'Unavailable',
    meaning: 'A watched folder does not exist or cannot be listed.',
    remedy: 'Create or mount it. While it is away nothing of it counts as deleted.',
  },
  DIGLOT_GIT_FAILED: {
    class: 'Unavailable',
    meaning: 'A git repository cannot be fetched or read.',
    remedy:
      'Read what git said in the message; check the address, the branch and the key. While it is away nothing of it counts as deleted.',
  },
  DIGLOT_SOURCE_CONFIGURED: {
    class: 'Invalid',
    meaning: 'A command would put digests into a source, or forget one, that is watched by configuration.',
    remedy: 'Upload to a source of another name; take a source out of the configuration before it is forgotten.',
  },
  DIGLOT_CLEAN_UP_FAILED: {
    class: 'Transient',
    meaning: 'A file whose digest is stored cannot be moved or deleted, as its source wants it.',
    remedy: 'Give the user that runs Diglot permission to change the folder; it is tried again at every scan.',
  },
  DIGLOT_DIGEST_MISSING: {
    class: 'Bug',
    meaning: 'An event names a digest whose bytes are not stored.',
    remedy: 'Bytes are committed with their announcement; look whether rows of watcher.digests were deleted by hand.',
  },
  DIGLOT_DIGEST_ENCODING: {
    class: 'Invalid',
    meaning: 'A digest is not valid UTF-8.',
    remedy: 'Save the file as UTF-8; the new bytes are taken by themselves. The old bytes stay stored.',
  },
  DIGLOT_DIGEST_BINARY: {
    class: 'Invalid',
    meaning: 'A digest holds binary data, not text.',
    remedy: 'Replace or remove the file. Its bytes stay stored.',
  },
  DIGLOT_DIGEST_UNKNOWN_FORMAT: {
    class: 'Invalid',
    meaning: 'A file is text, but no reader knows its format.',
    remedy: 'Check the file. If its format is a digest, redrive the dead letter once a reader for it exists.',
  },

  DIGLOT_DIGEST_TOO_MANY_ENTRIES: {
    class: 'Invalid',
    meaning: 'A digest has more than 20,000 blocks; the largest real one has 717.',
    remedy: 'Split the file. Its bytes stay stored.',
  },

  // --- blocks of a digest: reported with line and column while the good blocks go on
  DIGLOT_BLOCK_NO_TITLE: {
    class: 'Invalid',
    meaning: 'A block has no title line (`# …`).',
    remedy: 'Give the block a title, or remove it.',
  },
  DIGLOT_BLOCK_NO_LINK: {
    class: 'Invalid',
    meaning: 'A block has no link, so it names no paper.',
    remedy: 'Add `**Link**: [PDF](https://arxiv.org/pdf/…)`.',
  },
  DIGLOT_BLOCK_BAD_LINK: {
    class: 'Invalid',
    meaning: 'The link of a block holds no arXiv identifier.',
    remedy: 'Correct the link.',
  },
  DIGLOT_BLOCK_NO_ABSTRACT: {
    class: 'Invalid',
    meaning: 'A block has no abstract.',
    remedy: 'Add `**Abstract**: …`.',
  },
  DIGLOT_BLOCK_DUPLICATE_FIELD: {
    class: 'Invalid',
    meaning: 'A block has the same field twice; the first one counts.',
    remedy: 'Remove one of them.',
  },
  DIGLOT_BLOCK_TOO_LARGE: {
    class: 'Invalid',
    meaning: 'A block has more than 131,072 characters, seven times as many as any real one, and gives no entry.',
    remedy: 'Look whether the lines `# …` and `---` between its papers were lost, or cut the text.',
  },
  DIGLOT_BLOCK_NO_AUTHORS: {
    class: 'Invalid',
    meaning: 'A block names no authors; its entry stands.',
    remedy: 'Add `**Authors**: …`.',
  },
  DIGLOT_BLOCK_NO_SEPARATOR: {
    class: 'Invalid',
    meaning:
      'The `---` line before a block, or after the last one, is missing; a file without the last may be cut off.',
    remedy: 'Add the line, or write the file again.',
  },
  DIGLOT_BLOCK_STRAY_TEXT: {
    class: 'Invalid',
    meaning: 'Text stands outside of any block or field.',
    remedy: 'Move it into a field or remove it.',
  },
  DIGLOT_BLOCK_BAD_RECORD: {
    class: 'Invalid',
    meaning: 'A line of a sidecar is no record, or its `arxiv_id` is no identifier.',
    remedy: 'Write the sidecar again; the digest beside it is what counts.',
  },
  DIGLOT_BLOCK_CONTROL_CHARACTER: {
    class: 'Invalid',
    meaning:
      'A field holds a control character or U+FFFD. It is kept, but U+0000, which Postgres cannot hold, is shown as U+FFFD.',
    remedy: 'Correct the text where it is made.',
  },
  DIGLOT_BLOCK_INVISIBLE_CHARACTER: {
    class: 'Invalid',
    meaning:
      'A field holds a no-break space, a soft hyphen, a zero-width or bidirectional character or a foreign line separator. It is kept.',
    remedy: 'Remove it where the text is made.',
  },

  // --- events
  DIGLOT_EVENT_UNDECODABLE: {
    class: 'Invalid',
    meaning: 'The bytes of an event are not the JSON that its topic carries.',
    remedy: 'Look at the dead letter: something else writes to this topic.',
  },
  DIGLOT_EVENT_UNKNOWN_TYPE: {
    class: 'Invalid',
    meaning: 'An event is of a type or version that this service does not know.',
    remedy: 'Deploy a version that knows it, then redrive.',
  },
  DIGLOT_EVENT_SCHEMA: {
    class: 'Invalid',
    meaning: 'An event does not fit the schema of its version.',
    remedy: 'Correct its producer, then redrive.',
  },
  DIGLOT_EVENT_CONFLICT: {
    class: 'Invalid',
    meaning: 'An event bears the id of another whose content differs. Both are kept.',
    remedy: 'Find the producer that gives one id to two contents.',
  },
  DIGLOT_EVENT_KEY_MISMATCH: {
    class: 'Invalid',
    meaning: 'The key of a record is not the one that its content demands.',
    remedy: 'Correct its producer, then redrive.',
  },
  DIGLOT_EVENT_TOO_LARGE: {
    class: 'Invalid',
    meaning: 'An event is larger than 16 MiB, or than its topic takes (`max.message.bytes`).',
    remedy: 'Split what it was made of, or let the topic take more (docs/protocol.md), then redrive.',
  },
  DIGLOT_ATTEMPTS_EXHAUSTED: {
    class: 'Invalid',
    meaning: 'An event used up its attempts without a result: its process died, or its lease ran out, each time.',
    remedy: 'Look for crashes at the times of its attempts, then redrive.',
  },
  DIGLOT_STALE_REVISION: {
    class: 'Stale',
    meaning: 'A newer revision of the same subject was taken already.',
    remedy: 'Nothing: this is how redelivery ends.',
  },
  DIGLOT_LEASE_LOST: {
    class: 'Stale',
    meaning: 'Another worker took the event over; this result is discarded.',
    remedy: 'Nothing; if it is frequent, lengthen DIGLOT_LEASE_SECONDS.',
  },

  // --- servers
  DIGLOT_POSTGRES_UNAVAILABLE: {
    class: 'Unavailable',
    meaning: 'PostgreSQL does not answer, is starting or stopping, or refuses connections.',
    remedy: 'Start it. Work goes on by itself; nothing is lost meanwhile.',
  },
  DIGLOT_POSTGRES_FULL: {
    class: 'Unavailable',
    meaning: 'PostgreSQL has no space left on its disk, or no memory.',
    remedy: 'Free some space. Work goes on by itself.',
  },
  DIGLOT_POSTGRES_CONTENTION: {
    class: 'Transient',
    meaning: 'A transaction met a deadlock, a serialisation failure or a lock timeout.',
    remedy: 'Nothing: it is tried again.',
  },
  DIGLOT_POSTGRES_REFUSED_DATA: {
    class: 'Invalid',
    meaning: 'PostgreSQL refuses the data of an event (SQLSTATE class 22 or 23).',
    remedy: 'Look at the dead letter; correct its producer or the schema, then redrive.',
  },
  DIGLOT_ALARMS_UNAVAILABLE: {
    class: 'Unavailable',
    meaning: 'The alarm clock (Redis, or BullMQ on PostgreSQL) does not answer.',
    remedy: 'Start it. The sweeper sets every missing alarm again.',
  },
  DIGLOT_BUS_UNAVAILABLE: {
    class: 'Unavailable',
    meaning: 'The log (Kafka, or the outbox) does not answer.',
    remedy: 'Start it. Work goes on by itself.',
  },
  DIGLOT_TOPIC_MISSING: {
    class: 'Unavailable',
    meaning: 'A topic does not exist in Kafka; it is never created by accident.',
    remedy: 'Run the topics job. Work goes on by itself.',
  },
  DIGLOT_TOPIC_DIFFERS: {
    class: 'Invalid',
    meaning: 'A topic exists with other settings, or with fewer partitions, than Diglot would make it with.',
    remedy: 'Change the setting that the message names with the tools of Kafka, or live with it.',
  },
  DIGLOT_TIMEOUT: {
    class: 'Transient',
    meaning: 'An outside call took too long.',
    remedy: 'Nothing: it is tried again.',
  },
  DIGLOT_THROTTLED: {
    class: 'Throttled',
    meaning: 'An outside service asked to wait.',
    remedy: 'Nothing: it is tried again when the service said.',
  },

  // --- start
  DIGLOT_CONFIG_INVALID: {
    class: 'Fatal',
    meaning: 'The configuration or the command line is not valid.',
    remedy: 'Correct what the message lists; it names all of it at once.',
  },
  DIGLOT_BUS_REFUSED: {
    class: 'Fatal',
    meaning: 'Kafka does not let this client in: a wrong user or password, a certificate, or a missing permission.',
    remedy: 'Correct the `DIGLOT_KAFKA_…` settings, or the permissions of the user; the message says which.',
  },
  DIGLOT_ALARMS_REFUSED: {
    class: 'Fatal',
    meaning: 'Redis does not let this client in: a wrong user or password, a certificate, or a missing permission.',
    remedy: 'Correct DIGLOT_REDIS_URL or DIGLOT_REDIS_CA, or the permissions of the user; the message says which.',
  },
  DIGLOT_BUS_CRASHED: {
    class: 'Fatal',
    meaning: 'The Kafka client stopped for a reason after which it does not go on by itself.',
    remedy: 'Nothing: the process exits and is started again. If it is frequent, report the message.',
  },
  DIGLOT_PORT_IN_USE: {
    class: 'Fatal',
    meaning: 'The port of the page and the API is in use.',
    remedy: 'Choose another with --port, or leave --port out.',
  },
  DIGLOT_DATA_LOCKED: {
    class: 'Fatal',
    meaning: 'Another Diglot runs on this data folder.',
    remedy: 'Use that one, stop it, or choose another folder with --data.',
  },
  DIGLOT_DATA_UNUSABLE: {
    class: 'Fatal',
    meaning: 'The data folder cannot be created or written.',
    remedy: 'Choose another folder with --data, or correct its permissions.',
  },
  DIGLOT_DATA_NEWER: {
    class: 'Fatal',
    meaning: 'The data was written by a newer version of Diglot.',
    remedy: 'Start that version, or choose another folder with --data.',
  },
  DIGLOT_POSTGRES_START: {
    class: 'Fatal',
    meaning: 'The embedded PostgreSQL cannot be started.',
    remedy: 'Read the last lines of its log, which follow the message.',
  },
  DIGLOT_TOOL_MISSING: {
    class: 'Fatal',
    meaning: 'A program that the servers of the stack profile need is not installed, or is too old.',
    remedy: 'Install what the message names: Java 17 or newer and Maven for Kafka, redis-server for Redis.',
  },
  DIGLOT_DOWNLOAD_FAILED: {
    class: 'Fatal',
    meaning: 'A server of the stack profile could not be downloaded.',
    remedy: 'Read the lines of the tool that follow the message; its registry must be reachable.',
  },
  DIGLOT_KAFKA_START: {
    class: 'Fatal',
    meaning: 'A Kafka broker of our own cannot be started.',
    remedy: 'Read the last lines of its log, which follow the message.',
  },
  DIGLOT_REDIS_START: {
    class: 'Fatal',
    meaning: 'A Redis of our own cannot be started.',
    remedy: 'Read the last lines of its log, which follow the message.',
  },
  DIGLOT_SERVICE_START: {
    class: 'Fatal',
    meaning: 'A service or a job of the stack cannot be started, or a job failed.',
    remedy: 'Read the last lines of its log, which follow the message.',
  },
  DIGLOT_MIGRATION_FAILED: {
    class: 'Fatal',
    meaning: 'A migration of the database failed and was rolled back.',
    remedy: 'Read the cause in the message; the data is as before.',
  },
  DIGLOT_SCHEMA_OUTDATED: {
    class: 'Fatal',
    meaning: 'The database lacks tables that this version of a service needs.',
    remedy: 'Run the job `migrate` of the same version, then start the service again (docs/operations.md, "Upgrade").',
  },
  DIGLOT_LEXICON_UNUSABLE: {
    class: 'Fatal',
    meaning: 'The lexicon of the verifier is damaged or of another version.',
    remedy: 'Restore `lexicon.bin` of the verification package, or train it anew (docs/verification.md).',
  },
  DIGLOT_HANDLER_MISSING: {
    class: 'Fatal',
    meaning: 'A topic that this process subscribes to has no handler, or two.',
    remedy: 'This is a mistake in the code: declare exactly one handler.',
  },

  // --- commands and requests
  DIGLOT_WEBHOOK_UNREACHABLE: {
    class: 'Transient',
    meaning: 'A webhook does not answer, or answers that something is wrong with it.',
    remedy: 'Look at its receiver; the delivery is tried again by itself.',
  },
  DIGLOT_WEBHOOK_THROTTLED: {
    class: 'Throttled',
    meaning: 'A webhook wants to be told more slowly.',
    remedy: 'Nothing; the delivery is tried again when the receiver wants it.',
  },
  DIGLOT_WEBHOOK_REFUSED: {
    class: 'Invalid',
    meaning: 'A webhook will not take a delivery: it answers 4xx, or sends it elsewhere.',
    remedy: 'Correct the address or the receiver, then redrive the dead letter.',
  },
  DIGLOT_REQUEST_INVALID: {
    class: 'Invalid',
    meaning: 'A request has a wrong parameter.',
    remedy: 'Correct what the message names.',
  },
  DIGLOT_NOT_FOUND: {
    class: 'Invalid',
    meaning: 'There is no such thing.',
    remedy: 'Check the identifier.',
  },
  DIGLOT_REVIEW_UNFIT: {
    class: 'Invalid',
    meaning: 'An edit of a translation is empty, holds no Chinese, or changes nothing.',
    remedy: 'Give the whole Chinese text as it should read; a text that is right as it is can be accepted.',
  },
  DIGLOT_REVIEW_STALE: {
    class: 'Invalid',
    meaning: 'A review is about a text that the paper has no more: its digest was changed.',
    remedy: 'Look at the paper as it is now, and review that.',
  },
  DIGLOT_REVIEW_CONFLICT: {
    class: 'Invalid',
    meaning: 'Somebody else reviewed the same text meanwhile.',
    remedy: 'Look at that review; give yours again if it shall take its place.',
  },
  DIGLOT_HOST_REFUSED: {
    class: 'Invalid',
    meaning: 'The Host header of a request names another machine.',
    remedy: 'Use the printed address, or add the name to DIGLOT_ALLOWED_HOSTS.',
  },
  DIGLOT_TOKEN_REQUIRED: {
    class: 'Invalid',
    meaning: 'A command came without the bearer token, or with a wrong one.',
    remedy: 'Send `Authorization: Bearer …` with the content of the token file.',
  },
  DIGLOT_TOO_MANY_COMMANDS: {
    class: 'Throttled',
    meaning: 'One address gave more commands than it may in a minute.',
    remedy: 'Wait as long as the header Retry-After says, or raise DIGLOT_COMMANDS_PER_MINUTE.',
  },
  DIGLOT_GIVEN_UP: {
    class: 'Invalid',
    meaning: 'A person gave an event up that was still being retried.',
    remedy: 'Redrive the dead letter if that was a mistake; the audit says who did it and why.',
  },

  // --- us
  DIGLOT_THREAD_CRASHED: {
    class: 'Bug',
    meaning: 'The thread that worked on something died of it, ran out of memory, or was ended for taking too long.',
    remedy: 'Report it with the event of the dead letter; nothing else was lost.',
  },
  DIGLOT_BUG: {
    class: 'Bug',
    meaning: 'Something happened that nobody thought of.',
    remedy: 'Report it with the stack and the version from the dead letter, then redrive.',
  },
});

export type ErrorCode = keyof typeof ERROR_TABLE;
