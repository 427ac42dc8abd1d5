import { readdirSync } from 'node:fs';
import base from './jest.config.mjs';

const SOURCES = 'libs/pipeline/src';

/** What is not the core of libs/pipeline, and why; every other folder is: the ways that a message takes. */
const OUTSIDE = {
  failpoints: 'they kill or stop the process that would have to count their lines',
  migrations: 'they run once for a whole test run, when its template database is made',
  runtime: 'wiring for Nest',
  service: 'a whole process: the tests of the services start it as one, and kill it, so that nobody counts its lines',
  testing: 'tests',
};
const CORE = readdirSync(new URL(SOURCES, import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !(entry.name in OUTSIDE))
  .map(({ name }) => `${SOURCES}/${name}`);

/** `npm run coverage`, and CI: every line of the core is run by a test of libs/pipeline, on real servers, in a process that lives to tell. */
export default {
  ...base,
  collectCoverage: true,
  // Counts statements; V8 counts comments and types, too, so that what is missing weighs less.
  coverageProvider: 'babel',
  coverageReporters: [['text', { skipFull: true }]],
  collectCoverageFrom: CORE.map((folder) => `${folder}/**/*.ts`),
  // Statements as well, for one line may hold several: `if (nothing) return;`.
  coverageThreshold: Object.fromEntries(CORE.map((folder) => [`${folder}/`, { lines: 100, statements: 100 }])),
};
