import { fileURLToPath } from 'node:url';
import { SOURCE_CONDITION, swcOptions } from './libs/testing/runtime/swc-options.mjs';

const runtime = (file) => fileURLToPath(new URL(`./libs/testing/runtime/${file}`, import.meta.url));

/** Shared by every project: native ESM, TypeScript stripped by swc, workspaces resolved to their sources. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
  testEnvironmentOptions: { customExportConditions: [SOURCE_CONDITION, 'node', 'node-addons'] },
  // Run once for all projects; PostgreSQL starts when the first test asks for it (`testPostgres` of @diglot/testing).
  setupFiles: [runtime('thread-sources.mjs')],
  globalSetup: runtime('global-setup.mjs'),
  globalTeardown: runtime('global-teardown.mjs'),
  // Who is measured says so (jest.coverage.mjs): nobody else pays for it.
  coveragePathIgnorePatterns: ['/'],
};
