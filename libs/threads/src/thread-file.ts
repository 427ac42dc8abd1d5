import { fileURLToPath } from 'node:url';

/** What a thread needs to run a file: its path, and the flags of Node that make the file readable. */
export interface ThreadFile {
  readonly filename: string;
  readonly execArgv: string[] | undefined;
}

/**
 * Finds the file of a thread beside the module that names it: `.js` in a build, `.ts` where the sources are run.
 * Sources need the loader that this process was started with; a build needs no flags, and inherits those it may.
 * @param name without an ending, relative to the module
 * @param module `import.meta.url` of the module that names it
 */
export function threadFile(name: string, module: string): ThreadFile {
  const isSource = module.endsWith('.ts');
  const filename = fileURLToPath(new URL(`${name}${isSource ? '.ts' : '.js'}`, module));
  return { filename, execArgv: isSource ? importFlags(process.execArgv) : undefined };
}

/** A thread refuses most other flags of a process. */
export function importFlags(flags: readonly string[]): string[] {
  return flags.flatMap((flag, index) => {
    if (flag === '--import') return [flag, flags[index + 1] ?? ''];
    return flag.startsWith('--import=') ? [flag] : [];
  });
}
