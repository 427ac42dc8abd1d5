import { join } from 'node:path';
import { CONSUMERS, SERVICES } from '@diglot/contracts';
import { pipelineMigrations, runService } from '@diglot/pipeline';
import { codeVersion } from '@diglot/platform';
import { apiEntities, ApiModule, createApiAdapter } from './index.ts';

const version = codeVersion(import.meta.url);

await runService({
  name: 'api',
  version,
  readers: [],
  announces: [],
  migrations: pipelineMigrations,
  entities: apiEntities,
  http: createApiAdapter,
  module: ({ config, health }) =>
    ApiModule.of({
      allowedHosts: config.allowedHosts,
      corsOrigins: config.corsOrigins,
      tokenFile: join(config.data, 'token'),
      token: config.token ?? null,
      limits: config,
      version,
      profile: 'stack',
      readers: CONSUMERS,
      services: SERVICES,
      liveness: () => health.report('live'),
      readiness: () => health.readiness(),
    }),
});
