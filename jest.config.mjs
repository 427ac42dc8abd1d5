import { readdirSync, existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const projects = ['libs', 'apps', 'tools']
  .flatMap((group) => readdirSync(new URL(group, import.meta.url)).map((name) => `<rootDir>/${group}/${name}`))
  .filter((folder) => existsSync(new URL(folder.replace('<rootDir>/', '') + '/jest.config.mjs', import.meta.url)));

// A bound for what hangs, not a claim about speed: some tests start whole processes, each with a PostgreSQL of its own.
// Three files at once at least, also on two cores: much of the time of those that start servers goes by waiting for them.
export default {
  projects,
  testTimeout: 480_000,
  maxWorkers: Math.max(3, availableParallelism() - 1),
  testSequencer: fileURLToPath(new URL('libs/testing/runtime/slow-first.sequencer.mjs', import.meta.url)),
};
