// `npm run stack` from the sources: `launcher.fixture.ts <arguments>`.
import { fromSources } from '@diglot/testing';
import { main } from './main.ts';

/** Short times, so that what waits for a timer in operation does not wait in a test. */
const environment = { DIGLOT_STABLE_MILLISECONDS: '200', DIGLOT_SCAN_SECONDS: '1', DIGLOT_KAFKA_SESSION_SECONDS: '6' };

const overrides = { mapCommand: fromSources, isShortLived: true, environment };
process.exit(await main(process.argv.slice(2), process.env, overrides));
