import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileBuffer } from './file-buffer.ts';

const MEBIBYTE = 1024 * 1024;

describe('FileBuffer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diglot-file-buffer-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads files of every size one after another, and nothing of those before', () => {
    const buffer = new FileBuffer();
    for (const size of [7, 3 * MEBIBYTE, MEBIBYTE, 0, MEBIBYTE - 1, 3, MEBIBYTE + 1]) {
      const file = join(folder, String(size));
      const bytes = Buffer.alloc(size, `${size} `);
      writeFileSync(file, bytes);
      expect(buffer.read(file).equals(bytes)).toBe(true);
    }
  });

  it('fails as the file system does', () => {
    expect(() => new FileBuffer().read(join(folder, 'none'))).toThrow(/ENOENT/);
    expect(() => new FileBuffer().read(folder)).toThrow(/EISDIR/);
  });
});
