// A process with the translator's timed work alone, re-verification and reviews: `re-verify.fixture.ts URL ENGINE`, until its standard input ends.
import { armFailpoint } from '@diglot/pipeline';
import { openDatabase } from '@diglot/platform';
import { translatorMigrations } from '../index.ts';
import type { EngineName } from './engines.ts';
import { TranslatorUnderTest } from './translator-under-test.ts';

const [url = '', engine = 'real', failpoint] = process.argv.slice(2);
if (failpoint !== undefined) armFailpoint(failpoint);
const database = await openDatabase({ url, applicationName: 'fixture', migrations: translatorMigrations });
const translator = await TranslatorUnderTest.start(database, engine as EngineName);
console.log('started');
process.stdin.on('end', () => void translator.close().then(() => database.close()));
process.stdin.resume();
