import { REGISTER } from './spawn-node.ts';

/** `node x/dist/y.js …` as a command that runs the sources, so that what a test starts is never an old build. */
export function fromSources(command: readonly string[]): readonly string[] {
  const [program = '', file, ...rest] = command;
  if (program !== 'node' || file === undefined || !file.includes('/dist/')) return command;
  const source = file.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
  return [program, '--import', REGISTER, source, ...rest];
}
