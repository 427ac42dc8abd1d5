import { readFileSync } from 'node:fs';
import { messageOf } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { SETTINGS, type Config } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every setting from the environment; an empty variable counts as none. A secret may stand in a file that
 * `<variable>_FILE` names, as container platforms hand secrets over.
 * @throws PlatformError `DIGLOT_CONFIG_INVALID` naming every bad variable at once, and every `DIGLOT_*` that is no setting
 */
export function loadConfig(environment: Environment = process.env): Config {
  const wrong: string[] = unknownVariables(environment).map((name) => `${name}: there is no such setting`);
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(SETTINGS)) {
    const { variable, schema, secret } = setting;
    try {
      const text = (secret ? readSecret(environment, variable) : environment[variable]) || setting.default;
      if (text === null) continue;
      const parsed = schema.safeParse(text);
      if (parsed.success) values[name] = parsed.data;
      else
        wrong.push(
          `${variable}${secret ? '' : `=${text}`}: ${parsed.error.issues.map(({ message }) => message).join(', ')}`,
        );
    } catch (error) {
      wrong.push(messageOf(error));
    }
  }
  if (wrong.length > 0) throw new PlatformError('DIGLOT_CONFIG_INVALID', wrong.join('; '));
  return Object.freeze(values) as Config;
}

/** @throws Error when both places are named, or the file cannot be read */
function readSecret(environment: Environment, variable: string): string | null {
  const [text, file] = [environment[variable], environment[`${variable}_FILE`]];
  if (text && file) throw new Error(`${variable} and ${variable}_FILE: only one of them may be given`);
  if (!file) return text || null;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Error(`${variable}_FILE=${file}: ${messageOf(error)}`, { cause: error });
  }
}

/** A misspelt variable must not be ignored in silence. `DIGLOT_TEST_*` and the test runner's own are not settings of the program. */
function unknownVariables(environment: Environment): string[] {
  const known = new Set<string>(
    Object.values(SETTINGS).flatMap(({ variable, secret }) => (secret ? [variable, `${variable}_FILE`] : [variable])),
  );
  return Object.keys(environment).filter((name) => /^DIGLOT_(?!TEST_|LEFT_OUT_)/.test(name) && !known.has(name));
}

/** The folder that relative paths of a command line start from: where the user is, also when npm has changed to the project's. */
export function callerFolder(environment: Environment = process.env): string {
  return environment['INIT_CWD'] || process.cwd();
}
