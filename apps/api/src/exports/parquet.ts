import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import { EXPORT_COLUMNS, type ExportRow } from './export-row.ts';

type Column = Parameters<typeof parquetWriteRows>[0]['columns'][number];

const INTEGERS: readonly (keyof ExportRow)[] = ['version', 'revision'];

const COLUMNS: readonly Column[] = EXPORT_COLUMNS.map((name) => ({ name, type: typeOf(name), nullable: true }));

function typeOf(name: keyof ExportRow): 'INT32' | 'DOUBLE' | 'STRING' {
  if (INTEGERS.includes(name)) return 'INT32';
  return name === 'abstract_score' ? 'DOUBLE' : 'STRING';
}

/** Rows that are held in memory at once. */
const ROW_GROUP = 1_000;

/** Hands what was written to whoever reads it, and waits until that one wants more. */
class FlushingWriter extends ByteWriter {
  readonly #emit: (bytes: Uint8Array) => Promise<void>;

  constructor(emit: (bytes: Uint8Array) => Promise<void>) {
    super();
    this.#emit = emit;
  }

  async flush(): Promise<void> {
    const bytes = this.getBytes().slice();
    // `offset` goes on counting: the footer of the file says where each part of it stands.
    this.index = 0;
    if (bytes.length > 0) await this.#emit(bytes);
  }
}

/**
 * Writes rows as a Parquet file, some at a time. The footer names every row group, so it waits in memory until the end: ten
 * bytes a row. With statistics it would hold the least and the greatest text of every column, whole abstracts among them.
 */
export async function writeParquet(
  rows: AsyncIterable<ExportRow>,
  emit: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const writer = new FlushingWriter(emit);
  await parquetWriteRows({
    writer,
    rows: rows as AsyncIterable<Record<string, unknown>>,
    columns: [...COLUMNS],
    rowGroupSize: ROW_GROUP,
    statistics: false,
  });
  await writer.flush();
}
