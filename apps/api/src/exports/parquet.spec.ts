import { EXPORT_COLUMNS, type ExportRow } from './export-row.ts';
import { writeParquet } from './parquet.ts';

const NUMBERS: readonly string[] = ['version', 'revision', 'abstract_score'];

/** So many rows whose texts are all different, each of so many characters at least. */
async function* rowsOf(count: number, characters: number): AsyncGenerator<ExportRow> {
  for (let index = 0; index < count; index += 1) {
    const text = String(index).padStart(characters, '0');
    const row = Object.fromEntries(EXPORT_COLUMNS.map((name) => [name, NUMBERS.includes(name) ? 1 : text]));
    yield row as unknown as ExportRow;
  }
}

/** Bytes of what can only be written at the end, and how many pieces came before. */
async function write(count: number, characters: number): Promise<{ footer: number; pieces: number }> {
  const pieces: Uint8Array[] = [];
  await writeParquet(rowsOf(count, characters), async (piece) => void pieces.push(piece));
  const end = Buffer.from(pieces.at(-1) ?? []).subarray(-8);
  expect(end.toString('latin1', 4)).toBe('PAR1');
  return { footer: end.readUInt32LE(0), pieces: pieces.length };
}

it('holds nothing of the texts until the end: what waits for it does not follow their length', async () => {
  const [short, long] = [await write(3_000, 8), await write(3_000, 800)];
  expect(long.footer).toBeLessThan(short.footer * 1.1);
  expect(long.pieces).toBeGreaterThanOrEqual(3);
});
