import { PlatformError } from '../errors/platform-error.ts';
import { SETTINGS, type Config, type SettingName } from './settings.ts';

/** A configuration in which some settings that have no default are given. */
export type Required<Name extends SettingName> = Config & {
  readonly [Each in Name]: Exclude<Config[Each], undefined>;
};

/**
 * For settings that only some programs need.
 * @throws PlatformError `DIGLOT_CONFIG_INVALID` naming every one that is missing
 */
export function requireSettings<Name extends SettingName>(config: Config, ...names: readonly Name[]): Required<Name> {
  const missing = names.filter((name) => config[name] === undefined).map((name) => SETTINGS[name].variable);
  if (missing.length > 0) throw new PlatformError('DIGLOT_CONFIG_INVALID', `needed here: ${missing.join(', ')}`);
  return config as Required<Name>;
}
