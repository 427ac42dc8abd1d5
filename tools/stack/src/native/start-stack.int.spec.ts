import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kafkaCanBeHad, redisCanBeHad, type TemporaryFolder, temporaryFolder, waitFor } from '@diglot/testing';
import { Client } from 'pg';
import { isUp, readStackRecord } from './stack-record.ts';
import type { Stack } from './stack.ts';
import { startStack } from './start-stack.ts';

const withServers = (await kafkaCanBeHad()) && (await redisCanBeHad()) ? describe : describe.skip;

const FIXTURE = 'tools/stack/src/native/service.fixture.mjs';

/** The shape of docker-compose.yml, with services that only show what they were given. */
const FILE = `
services:
  postgres:
    image: postgres:18
    command: [postgres, -c, max_connections=77]
    environment: { POSTGRES_USER: postgres, POSTGRES_PASSWORD: "it's", POSTGRES_DB: papers }
  kafka: { image: 'apache/kafka:4' }
  redis: { image: 'redis:8', command: [redis-server, --databases, '3'] }
  migrate:
    image: ours
    command: [node, ${FIXTURE}, job]
    environment: { EXIT_CODE: '\${MIGRATE:-0}' }
    depends_on: { postgres: { condition: service_healthy } }
  worker: &worker
    image: ours
    command: [node, ${FIXTURE}, worker]
    environment: &environment { DIGLOT_HEALTH_PORT: 8080, EXIT_CODE: '\${WORKER:-0}' }
    depends_on: { migrate: { condition: service_completed_successfully } }
    healthcheck: { test: [CMD, node, deploy/docker/health-check.mjs], timeout: 3s }
  api:
    image: ours
    command: [node, ${FIXTURE}, api]
    environment:
      DIGLOT_HEALTH_PORT: 8080
      DIGLOT_PORT: 7373
      DIGLOT_HOST: 0.0.0.0
      DIGLOT_DATABASE_URL: postgres://postgres:it%27s@postgres:5432/papers
      DIGLOT_KAFKA_BROKERS: kafka:9092
      DIGLOT_REDIS_URL: redis://redis:6379
      DIGLOT_DATA: /data
      DIGLOT_WATCH: /digests
      DIGLOT_EXAMPLES: 'true'
    ports: ['127.0.0.1:7373:7373']
    volumes: ['api:/data', './examples:/digests:ro']
    depends_on: { worker: { condition: service_healthy }, redis: { condition: service_healthy }, kafka: { condition: service_healthy } }
    healthcheck: { test: [CMD, node, deploy/docker/health-check.mjs], timeout: 3s }
`;

/** For what has nothing to do with Kafka and Redis, which take seconds. */
const SMALL = `
services:
  job: { image: ours, command: [node, ${FIXTURE}, job], environment: { EXIT_CODE: '\${JOB:-0}', WARNING: '\${WARNING:-}' } }
  worker:
    image: ours
    command: [node, ${FIXTURE}, worker]
    environment: { DIGLOT_HEALTH_PORT: 8080, EXIT_CODE: '\${WORKER:-0}' }
    depends_on: { job: { condition: service_completed_successfully } }
    healthcheck: { test: [CMD, node, deploy/docker/health-check.mjs], timeout: 3s }
  late:
    image: ours
    command: [node, ${FIXTURE}, late]
    environment: { DIGLOT_HEALTH_PORT: 8080 }
    depends_on: { worker: { condition: service_healthy } }
    healthcheck: { test: [CMD, node, deploy/docker/health-check.mjs], timeout: 3s }
`;

withServers('the native launcher', () => {
  let folder: TemporaryFolder;
  let file: string;
  let data: string;

  beforeAll(async () => {
    folder = await temporaryFolder('stack');
    file = join(folder.path, 'compose.yml');
    data = join(folder.path, 'data');
    await writeFile(file, FILE);
  });
  afterAll(async () => await folder.remove());

  const start = async (variables: Record<string, string> = {}): Promise<Stack> =>
    await startStack({ file, data, variables, port: 0, isShortLived: true, scale: { worker: 2 }, watch: ['/a', '/b'] });

  describe('a running stack', () => {
    let stack: Stack;
    beforeAll(async () => void (stack = await start()));
    afterAll(async () => void (await stack.stop()));

    test('gives each service its environment with the addresses of this machine', async () => {
      const environment = (await (await fetch(stack.apiUrl)).json()) as Record<string, string>;
      const { postgres, kafka, redis } = stack;
      expect(environment).toMatchObject({
        DIGLOT_HOST: '127.0.0.1',
        DIGLOT_DATABASE_URL: `postgres://postgres:it%27s@127.0.0.1:${postgres.port}/papers`,
        DIGLOT_KAFKA_BROKERS: kafka.bootstrap,
        DIGLOT_REDIS_URL: redis.url,
        DIGLOT_DATA: join(stack.data, 'volumes', 'api'),
        DIGLOT_WATCH: '/a:/b',
      });
    });

    test('has the role and the database of the image, and its settings', async () => {
      const client = new Client({ connectionString: stack.environmentOf('api')['DIGLOT_DATABASE_URL']! });
      await client.connect();
      const { rows } = await client.query('SELECT current_setting($1) AS connections', ['max_connections']);
      await client.end();
      expect(rows).toEqual([{ connections: '77' }]);
    });

    test('runs as many processes as were asked for, and more or fewer later', async () => {
      const pids = () => stack.instances('worker').map(({ pid }) => pid);
      const two = pids();
      expect(two).toEqual([expect.any(Number), expect.any(Number)]);
      await stack.scale('worker', 3);
      expect(pids()).toEqual([...two, expect.any(Number)]);
      await stack.scale('worker', 1);
      expect(pids()).toEqual([two[0]]);
    });

    test.each(['worker-1', 'postgres', 'redis'])(
      'starts %s again when it dies, and says so to others',
      async (name) => {
        const pid = stack
          .units()
          .find((unit) => unit.name === name)
          ?.getPid();
        process.kill(pid!, 'SIGKILL');
        await waitFor(async () => {
          const record = await readStackRecord(data);
          const unit = record?.units.find((one) => one.name === name);
          return unit?.restarts === 1 && unit.pid !== pid && unit.pid !== null;
        });
        expect(isUp((await readStackRecord(data))!)).toBe(true);
      },
    );

    test('what is told to one process is for its next life', async () => {
      const [api] = stack.instances('api');
      api!.override({ SAID: 'this' });
      await api!.kill();
      await api!.start();
      expect(await (await fetch(stack.apiUrl)).json()).toMatchObject({ SAID: 'this' });
      api!.override({});
    });

    test('refuses a second one on its folder', async () => {
      await expect(start()).rejects.toMatchObject({ code: 'DIGLOT_DATA_LOCKED' });
    });
  });
});

describe('without servers', () => {
  let folder: TemporaryFolder;
  let file: string;
  let data: string;

  beforeEach(async () => {
    folder = await temporaryFolder('small-stack');
    file = join(folder.path, 'compose.yml');
    data = join(folder.path, 'data');
    await writeFile(file, SMALL);
  });
  afterEach(async () => await folder.remove());

  test('ends everything, says whether all ended well, and may be started again', async () => {
    const well = await startStack({ file, data });
    expect(await well.stop()).toBe(true);
    const badly = await startStack({ file, data, variables: { WORKER: '3' } });
    expect(badly.units().map((unit) => unit.getPid())).toEqual([null, expect.any(Number), expect.any(Number)]);
    expect(await badly.stop()).toBe(false);
    expect(badly.units().map((unit) => unit.getPid())).toEqual([null, null, null]);
    expect(isUp((await readStackRecord(data))!)).toBe(false);
  });

  test('a start can be given up, and leaves nothing behind', async () => {
    const stop = new AbortController();
    const started: string[] = [];
    const onStarting = (name: string): void => {
      started.push(name);
      if (name === 'worker') stop.abort();
    };
    await expect(startStack({ file, data, onStarting, signal: stop.signal })).rejects.toThrow(/worker-1|aborted/);
    expect(started).toEqual(['job', 'worker']);
    expect(isUp((await readStackRecord(data))!)).toBe(false);
  });

  test('what a job warns of is told, and stops nothing', async () => {
    const warnings: string[] = [];
    const onWarning = (job: string, line: string): void => void warnings.push(`${job}: ${line}`);
    const stack = await startStack({ file, data, variables: { WARNING: 'DIGLOT_TOPIC_DIFFERS: one' }, onWarning });
    await stack.stop();
    expect(warnings).toEqual(['job: DIGLOT_TOPIC_DIFFERS: one']);
    await (await startStack({ file, data, onWarning })).stop();
    expect(warnings).toHaveLength(1);
  });

  test.each([{ nobody: 3 }, { worker: 2, job: 2 }, { postgres: 2 }])('%j cannot be had', async (scale) => {
    const started = startStack({ file, data, scale });
    await expect(started).rejects.toThrow(/DIGLOT_CONFIG_INVALID: --scale (nobody|job|postgres): .*\(worker, late\)/);
    expect(existsSync(data)).toBe(false);
  });

  test('the folder of an embedded Diglot is left alone', async () => {
    await mkdir(join(data, 'postgres'), { recursive: true });
    await writeFile(join(data, 'version'), '1\n');
    await expect(startStack({ file, data })).rejects.toMatchObject({ code: 'DIGLOT_DATA_UNUSABLE' });
    expect((await readdir(data)).toSorted()).toEqual(['postgres', 'version']);
  });

  test('a job that fails stops the start, with its last lines', async () => {
    const start = startStack({ file, data, variables: { JOB: '2' } });
    await expect(start).rejects.toThrow(/DIGLOT_SERVICE_START: job ended with 2[^]*job begins/);
    expect(existsSync(join(data, 'logs', 'worker-1.log'))).toBe(false);
    expect(await readFile(join(data, 'logs', 'job.log'), 'utf8')).toBe('job begins\n');
  });
});
