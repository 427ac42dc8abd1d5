import { mkdtemp, rm, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { RuntimeModule, type Bus } from '@diglot/pipeline';
import { NestLogger, openDatabase, silentLogger, type Database, type MigrationClass } from '@diglot/platform';
import { TcpFaultProxy, testDatabase } from '@diglot/testing';
import { ApiModule } from '../api.module.ts';
import { NO_LIMITS, type ApiSettings, type Liveness, type Readiness } from '../api.settings.ts';
import { createApiAdapter } from '../http/api-adapter.ts';
import { apiEntities } from '../views/api-entities.ts';

/** A running api on a database of its own. */
export interface ApiUnderTest {
  readonly application: NestFastifyApplication;
  readonly database: Database;
  /** Between the api and its database. */
  readonly proxy: TcpFaultProxy;
  readonly token: string;
  /** What `/readyz` and `/livez` are to say. */
  readonly health: { current: Readiness; live: Liveness };
  /** Every route that the server has. */
  readonly served: readonly { readonly method: string; readonly url: string }[];
  request(options: InjectOptions | string): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** The api never uses the log, so none is there. */
const NO_BUS = {} as Bus;

export async function startApi(
  migrations: readonly MigrationClass[],
  readers: ApiSettings['readers'] = [],
  change: Partial<ApiSettings> = {},
): Promise<ApiUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'diglot-api-'));
  const tokenFile = join(folder, 'token');
  const { url, drop } = await testDatabase({ migrations });
  const proxy = await TcpFaultProxy.start(Number(new URL(url).port));
  const database = await openDatabase({ url: through(proxy, url), applicationName: 'api', entities: apiEntities });
  const health = { current: { ready: true, reasons: [] } as Readiness, live: { ok: true, reasons: [] } as Liveness };
  const settings: ApiSettings = {
    allowedHosts: ['digests.example'],
    corsOrigins: ['https://friends.example'],
    token: null,
    tokenFile,
    limits: NO_LIMITS,
    version: '0.0.0-test',
    profile: 'embedded',
    readers,
    liveness: () => health.live,
    readiness: () => health.current,
    ...change,
  };
  const runtime = { database, bus: NO_BUS, logger: silentLogger };
  const module = { module: class TestModule {}, imports: [RuntimeModule.of(runtime), ApiModule.of(settings)] };
  const application = await NestFactory.create<NestFastifyApplication>(module, createApiAdapter(settings), {
    logger: new NestLogger(silentLogger),
    abortOnError: false,
  });
  const served: { method: string; url: string }[] = [];
  const server = application.getHttpAdapter().getInstance();
  server.addHook('onRoute', ({ method, url: route }) => {
    for (const each of [method].flat()) served.push({ method: each, url: route });
  });
  await application.init();
  await server.ready();
  return {
    application,
    database,
    proxy,
    token: (await readFile(tokenFile, 'utf8')).trim(),
    health,
    served,
    request: async (options) => {
      const full = typeof options === 'string' ? { url: options } : options;
      return application.inject({ ...full, headers: { host: 'localhost:7373', ...full.headers } });
    },
    close: async () => {
      await application.close();
      await database.close();
      await proxy.close();
      await drop();
      await rm(folder, { recursive: true });
    },
  };
}

function through(proxy: TcpFaultProxy, address: string): string {
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = String(proxy.port);
  return url.href;
}
