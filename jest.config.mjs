import { readdirSync, existsSync } from 'node:fs';

const projects = ['libs', 'apps', 'tools']
  .flatMap((group) => readdirSync(new URL(group, import.meta.url)).map((name) => `<rootDir>/${group}/${name}`))
  .filter((folder) => existsSync(new URL(folder.replace('<rootDir>/', '') + '/jest.config.mjs', import.meta.url)));

export default { projects, testTimeout: 60_000 };
