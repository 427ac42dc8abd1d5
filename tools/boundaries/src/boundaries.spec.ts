import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Lints one file as if it stood at a place of this repository. @returns what oxlint complains about */
function lint(path: string, code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'diglot-boundaries-'));
  try {
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    const { stdout, status } = spawnSync(process.execPath, [oxlint, '--format=json', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status === null) throw new Error('oxlint did not run');
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const importing = (name: string): string => `import { thing } from '${name}';\n\nexport const other = thing;\n`;

describe('a forbidden import fails the lint', () => {
  it.each([
    ['libs/domain/src/a.ts', '@diglot/contracts'],
    ['libs/domain/src/a.ts', 'node:fs'],
    ['libs/formats/src/a.ts', '@diglot/platform'],
    ['libs/formats/src/a.ts', 'node:fs'],
    ['libs/search/src/a.ts', '@diglot/formats'],
    ['libs/verification/src/a.ts', '@diglot/formats'],
    ['libs/verification/src/a.ts', 'node:fs/promises'],
    ['libs/threads/src/a.ts', '@diglot/verification'],
    ['libs/contracts/src/a.ts', '@diglot/pipeline'],
    ['libs/contracts/src/a.ts', 'typeorm'],
    ['libs/platform/src/a.ts', '@diglot/domain'],
    ['libs/pipeline/src/a.ts', '@diglot/parser'],
    ['libs/pipeline/src/a.ts', '@diglot/formats'],
    ['libs/pipeline/src/stage/a.ts', 'bullmq'],
    ['libs/pipeline/src/retry/a.ts', 'kafkajs'],
    ['apps/parser/src/a.ts', '@diglot/translator'],
    ['apps/api/src/a.ts', '@diglot/indexer'],
    ['apps/parser/src/a.ts', 'bullmq'],
    ['apps/watcher/src/a.ts', 'ioredis'],
    ['apps/standalone/src/a.ts', '@diglot/pipeline/src/index.ts'],
    ['apps/indexer/src/a.ts', '@diglot/domain/dist/index.js'],
    ['apps/indexer/src/a.ts', '../../../libs/domain/src/index.ts'],
    ['apps/web/src/app/a.ts', '@diglot/domain'],
    ['apps/web/src/app/a.ts', 'node:fs'],
  ])('%s must not import %s', (path, name) => {
    expect(lint(path, importing(name))).toContain('no-restricted-imports');
  });

  it.each([
    ['libs/formats/src/a.ts', '@diglot/domain'],
    ['libs/domain/src/a.ts', 'node:crypto'],
    ['libs/pipeline/src/kafka/a.ts', 'kafkajs'],
    ['libs/pipeline/src/alarms/a.ts', 'bullmq'],
    ['apps/standalone/src/a.ts', '@diglot/parser'],
    ['apps/parser/src/a.ts', '@diglot/pipeline'],
  ])('%s may import %s', (path, name) => {
    expect(lint(path, importing(name))).not.toContain('no-restricted-imports');
  });

  it('reads the environment in one place only', () => {
    const code = 'export const port = process.env.PORT;\n';
    expect(lint('apps/api/src/a.ts', code)).toContain('no-process-env');
    expect(lint('libs/platform/src/config/a.ts', code)).not.toContain('no-process-env');
  });
});
