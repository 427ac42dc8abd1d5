import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codeVersion } from './code-version.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

describe('the version of the code', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'code-version-'));
    write('work/apps/one/package.json', '{"version": "1.2.3"}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(path: string, text: string): void {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  const version = (): string => codeVersion(pathToFileURL(join(root, 'work/apps/one/src/main.ts')).href);

  it('is that of the package where there is no repository, or one that is not plain', () => {
    expect(version()).toBe('1.2.3');
    write('work/.git/HEAD', 'ref: refs/heads/main\n');
    expect(version()).toBe('1.2.3');
    write('work/.git/HEAD', 'rubbish');
    expect(version()).toBe('1.2.3');
  });

  it('names the commit of a branch, loose or packed, and one that is checked out by itself', () => {
    write('work/.git/HEAD', `${COMMIT}\n`);
    expect(version()).toBe('1.2.3+012345678');
    write('work/.git/HEAD', 'ref: refs/heads/main\n');
    write(
      'work/.git/packed-refs',
      `# pack-refs\n${'f'.repeat(40)} refs/heads/x/refs/heads/main\n${COMMIT} refs/heads/main\n`,
    );
    expect(version()).toBe('1.2.3+012345678');
    write('work/.git/refs/heads/main', `${'e'.repeat(40)}\n`);
    expect(version()).toBe('1.2.3+eeeeeeeee');
  });

  it('names the commit of a work tree that was added to a repository', () => {
    write('work/.git', `gitdir: ${join(root, 'repository/worktrees/work')}\n`);
    write('repository/worktrees/work/HEAD', 'ref: refs/heads/side\n');
    write('repository/worktrees/work/commondir', '../..\n');
    write('repository/refs/heads/side', `${COMMIT}\n`);
    expect(version()).toBe('1.2.3+012345678');
  });
});
