import { readdirSync, existsSync } from 'node:fs';

const projects = ['libs', 'apps', 'tools']
  .flatMap((group) => readdirSync(new URL(group, import.meta.url)).map((name) => `<rootDir>/${group}/${name}`))
  .filter((folder) => existsSync(new URL(folder.replace('<rootDir>/', '') + '/jest.config.mjs', import.meta.url)));

// A bound for what hangs, not a claim about speed: some tests start whole processes, each with a PostgreSQL of its own.
export default { projects, testTimeout: 240_000 };
