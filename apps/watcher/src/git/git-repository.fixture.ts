import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { childEnvironment } from '@diglot/platform';

const AUTHOR = { name: 'Ada', email: 'ada@example.org' };

/** A bare repository that can be fetched from by its `file://` address, and a work tree that commits and pushes to it. */
export class GitRepository {
  readonly bare: string;
  readonly work: string;

  private constructor(folder: string) {
    this.bare = join(folder, 'remote.git');
    this.work = join(folder, 'work');
  }

  static async create(folder: string): Promise<GitRepository> {
    const repository = new GitRepository(folder);
    await mkdir(repository.work, { recursive: true });
    repository.#run(folder, 'init', '--quiet', '--bare', '--initial-branch=main', repository.bare);
    // As the large hosts have it.
    repository.#run(repository.bare, 'config', 'core.compression', '0');
    repository.#run(repository.bare, 'config', 'uploadpack.allowFilter', 'true');
    repository.#run(repository.bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    repository.git('init', '--quiet', '--initial-branch=main');
    repository.git('remote', 'add', 'origin', repository.bare);
    return repository;
  }

  get address(): string {
    return `file://${this.bare}`;
  }

  /** Runs git in the work tree. @returns what it prints */
  git(...args: string[]): string {
    return this.#run(this.work, ...args);
  }

  async write(path: string | Buffer, content: string | Uint8Array): Promise<void> {
    if (typeof path === 'string') await mkdir(dirname(join(this.work, path)), { recursive: true });
    const prefix = Buffer.from(`${this.work}/`);
    await writeFile(Buffer.concat([prefix, Buffer.from(path)]), content);
  }

  async delete(path: string): Promise<void> {
    await rm(join(this.work, path), { recursive: true });
  }

  /** Commits everything there is, and pushes it, whatever is there already. */
  push(branch = 'main'): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message=another day');
    this.git('push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${branch}`);
  }

  #run(folder: string, ...args: string[]): string {
    const env = {
      ...childEnvironment(),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      // Huge files are all the same here; nobody need compress them.
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.compression',
      GIT_CONFIG_VALUE_0: '0',
      GIT_AUTHOR_NAME: AUTHOR.name,
      GIT_AUTHOR_EMAIL: AUTHOR.email,
      GIT_COMMITTER_NAME: AUTHOR.name,
      GIT_COMMITTER_EMAIL: AUTHOR.email,
    };
    return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }
}
