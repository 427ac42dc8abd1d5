import { FLAT_SCHEMA } from './flat-record.ts';

export interface WorkerSettings {
  readonly bootstrap: string;
  /** Of its commands, on this machine alone. */
  readonly port: number;
  readonly plugins: string;
  /** A file that it makes. */
  readonly offsets: string;
}

/** Records in a batch of the consumer, and in one of the sink. */
const BATCH = 1000;
const TASKS = 2;

/** The properties of a standalone worker, as a file. */
export function workerProperties({ bootstrap, port, plugins, offsets }: WorkerSettings): string {
  const lines: Readonly<Record<string, string | number>> = {
    'bootstrap.servers': bootstrap,
    listeners: `http://127.0.0.1:${port}`,
    'plugin.path': plugins,
    'plugin.discovery': 'service_load',
    'offset.storage.file.filename': offsets,
    'key.converter': 'org.apache.kafka.connect.storage.StringConverter',
    'value.converter': 'org.apache.kafka.connect.json.JsonConverter',
    'value.converter.schemas.enable': 'true',
    'value.converter.schema.content': JSON.stringify(FLAT_SCHEMA),
    'consumer.max.poll.records': BATCH,
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name}=${escaped(String(value))}\n`)
    .join('');
}

/** The sink: each topic goes, by upsert, into the table of its name, which is there. Everything else is as it comes. */
export function sinkConfig(databaseUrl: string, topics: readonly string[]): Readonly<Record<string, string>> {
  const { hostname, port, pathname, username, password } = new URL(databaseUrl);
  return {
    'connector.class': 'io.debezium.connector.jdbc.JdbcSinkConnector',
    'tasks.max': String(TASKS),
    topics: topics.join(','),
    'connection.url': `jdbc:postgresql://${hostname}:${port || '5432'}${pathname}`,
    'connection.username': decodeURIComponent(username),
    'connection.password': decodeURIComponent(password),
    'insert.mode': 'upsert',
    'primary.key.mode': 'record_value',
    'primary.key.fields': 'id',
    'schema.evolution': 'none',
    'batch.size': String(BATCH),
  };
}

/** A backslash begins an escape in a file of properties. */
function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\');
}
