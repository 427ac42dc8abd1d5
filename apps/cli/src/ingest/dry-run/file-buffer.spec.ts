import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIGEST_LIMIT } from '@diglot/domain';
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

  it('refuses what is too large before it looks into it, as the pipeline does', () => {
    const file = join(folder, 'zeros.md');
    writeFileSync(file, '');
    truncateSync(file, DIGEST_LIMIT + 1);
    expect(() => new FileBuffer().read(file)).toThrow(expect.objectContaining({ code: 'DIGLOT_DIGEST_TOO_LARGE' }));
    truncateSync(file, DIGEST_LIMIT);
    expect(new FileBuffer().read(file)).toHaveLength(DIGEST_LIMIT);
  });

  it('fails as the file system does', () => {
    expect(() => new FileBuffer().read(join(folder, 'none'))).toThrow(/ENOENT/);
    expect(() => new FileBuffer().read(folder)).toThrow(/EISDIR/);
  });
});
