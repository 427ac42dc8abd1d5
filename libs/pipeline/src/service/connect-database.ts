import { setTimeout } from 'node:timers/promises';
import { classify } from '@diglot/domain';
import { checkSchema, openDatabase, type Database, type DataSourceSettings, type Logger } from '@diglot/platform';

const RETRY_MILLISECONDS = 1000;

export interface ConnectOptions {
  readonly settings: DataSourceSettings;
  readonly logger: Logger;
  /** Told why it waits. */
  readonly onWait: (reason: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Connects to a database that is as this build needs it. While it is away, this waits, as everything does in an outage;
 * with another schema it must not begin.
 * @throws DiglotError `DIGLOT_SCHEMA_OUTDATED`, `DIGLOT_DATA_NEWER`; the signal's reason when it is aborted
 */
export async function connectDatabase({ settings, logger, onWait, signal }: ConnectOptions): Promise<Database> {
  let said = '';
  for (;;) {
    signal.throwIfAborted();
    try {
      return await openChecked(settings);
    } catch (thrown) {
      const error = classify(thrown);
      if (error.class !== 'Unavailable') throw error;
      if (error.code !== said) logger.warn({ code: error.code, err: thrown }, 'the start waits for the database');
      said = error.code;
      onWait(`the start waits: ${error.code}`);
    }
    await setTimeout(RETRY_MILLISECONDS, undefined, { signal });
  }
}

async function openChecked(settings: DataSourceSettings): Promise<Database> {
  const database = await openDatabase(settings);
  try {
    await checkSchema(database.dataSource);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
