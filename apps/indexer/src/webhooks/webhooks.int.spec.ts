import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { Webhook as Verifier } from 'standardwebhooks';
import { TOPICS, factEventId } from '@diglot/contracts';
import { foldPaper, type ArxivId } from '@diglot/domain';
import {
  HandThroughFilter,
  OutboxBus,
  RuntimeModule,
  StageHost,
  announcePaperState,
  appendToOutbox,
  pipelineMigrations,
  type AlarmClock,
} from '@diglot/pipeline';
import { silentLogger, type Database } from '@diglot/platform';
import { testDatabase, waitFor, type TestDatabase } from '@diglot/testing';
import { indexerMigrations, paperStateLoader } from '../index.ts';
import { beginWebhook } from './begin-webhook.statement.ts';
import { WebhookBeginnings } from './webhook-beginnings.ts';
import { webhookReader, type Webhook } from './webhook.ts';
import { WebhooksModule } from './webhooks.module.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`;

interface Delivery {
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** Rings what is due soon at once: no test waits for a backoff. */
function eagerClock(): AlarmClock {
  let ring: Parameters<AlarmClock['start']>[0] = async () => {};
  return {
    set: async (alarms) => {
      const soon = alarms.filter(({ at }) => at.getTime() < Date.now() + 60_000);
      for (const alarm of soon) setTimeout(() => void ring(alarm), 20);
    },
    start: async (callback) => void (ring = callback),
    stop: async () => {},
    clear: async () => {},
    close: async () => {},
  };
}

/** A paper that was there before there was any webhook. */
const BEFORE = '2503.00000';

describe('webhooks', () => {
  let test: TestDatabase;
  let database: Database;
  let server: Server;
  let stop: () => Promise<void>;
  const deliveries: Delivery[] = [];
  /** Papers that the historian, who wants to be told from the beginning, was told of. */
  const history: string[] = [];
  /** What the receiver answers next; 204 when there is nothing. */
  const answers: { readonly status: number; readonly headers?: Record<string, string> }[] = [];

  beforeAll(async () => {
    test = await testDatabase({ migrations: [...pipelineMigrations, ...indexerMigrations] });
    ({ database } = test);
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        if (request.url === '/history') {
          history.push((JSON.parse(body) as { data: { arxivId: string } }).data.arxivId);
          response.writeHead(204).end();
          return;
        }
        deliveries.push({ body, headers: request.headers });
        const { status, headers = {} } = answers.shift() ?? { status: 204 };
        response.writeHead(status, headers).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const webhook = { name: 'friend', address: `${address}/hook`, from: 'now' } as const;
    const historian = { name: 'historian', address: `${address}/history`, from: 'beginning' } as const;
    await change(BEFORE, 1);
    const bus = new OutboxBus({
      database,
      logger: silentLogger,
      pollMilliseconds: 20,
      pointerLoaders: new Map([[TOPICS.paperState, paperStateLoader(database)]]),
      onFatal: () => undefined,
    });
    const runtime = { database, bus, logger: silentLogger };
    const host = new StageHost({
      ...runtime,
      readers: [webhookReader(webhook), webhookReader(historian)],
      alarms: eagerClock(),
      random: () => 0,
      serviceVersion: 'test',
      leaseSeconds: 30,
      sweepSeconds: 3600,
    });
    const imports = [RuntimeModule.of(runtime), WebhooksModule.of({ webhooks: [webhook, historian], secret: SECRET })];
    const application = await NestFactory.createMicroservice<MicroserviceOptions>(
      { module: class Webhooks {}, imports },
      { strategy: host, logger: false },
    );
    application.useGlobalFilters(new HandThroughFilter());
    await application.listen();
    stop = async () => {
      await application.close();
      await bus.close();
    };
  });
  afterAll(async () => {
    await stop();
    server.close();
    await test.drop();
  });
  beforeEach(() => {
    deliveries.length = 0;
    answers.length = 0;
  });

  async function change(arxivId: string, revision: number): Promise<string> {
    const text = {
      version: 1,
      title: { en: 'A title', zh: '标题' },
      authors: [],
      link: '',
      abstract: { en: 'One.', zh: null },
    };
    const place = { subject: 'a', source: 'lab', path: 'a.md', date: null, category: null, topic: null };
    const state = foldPaper(arxivId as ArxivId, [{ ...place, text, title: null, abstract: null }]);
    await database.transaction(async (tx) => {
      await tx.run(
        `INSERT INTO indexer.papers (arxiv_id, revision, state) VALUES ($1, $2, $3)
         ON CONFLICT (arxiv_id) DO UPDATE SET revision = $2`,
        [arxivId, revision, JSON.stringify(state)],
      );
      await appendToOutbox(tx, [announcePaperState(arxivId, revision)]);
    });
    return factEventId('paper.state', arxivId, revision, null);
  }

  async function receiptOf(
    eventId: string,
    consumer = 'diglot.webhook.friend',
  ): Promise<{ status: string; code: string | null; due: number } | undefined> {
    const [row] = await database.rows<{ status: string; code: string | null; due: number }>(
      `SELECT status, error_code AS code, coalesce(extract(epoch FROM next_at - now()), 0)::float8 AS due
       FROM pipeline.inbox WHERE event_id = $1 AND consumer = $2`,
      [eventId, consumer],
    );
    return row;
  }

  it('are told from the first start on, unless they want to be told from the beginning', async () => {
    const before = factEventId('paper.state', BEFORE as ArxivId, 1, null);
    const after = await change('2503.00009', 1);
    await waitFor(async () => (await receiptOf(after))?.status === 'done');
    await waitFor(() => Promise.resolve(history.length === 2));
    // Settled by the alarm of its own, maybe after the later one.
    await waitFor(async () => (await receiptOf(before))?.status === 'done');
    expect(deliveries.map(({ headers }) => headers['webhook-id'])).toEqual([after]);
    expect(history.toSorted()).toEqual([BEFORE, '2503.00009']);
  });

  it('are told from when on only once; those that were there before that was kept go on', async () => {
    const begin = (name: string, from: Webhook['from']) => beginWebhook(database, { name, from, address: '' });
    const friend = await begin('friend', 'now');
    expect(friend).toBeInstanceOf(Date);
    expect(await begin('friend', 'beginning')).toEqual(friend);
    expect(await begin('historian', 'now')).toBeNull();
    await database.run(`DELETE FROM indexer.webhooks WHERE name = 'friend'`);
    expect(await begin('friend', 'now')).toBeNull();
    expect(await begin('stranger', 'now')).toBeInstanceOf(Date);
  });

  it('go on though nothing changed for longer than receipts are kept', async () => {
    const friend = { name: 'friend', address: '', from: 'now' } as const;
    await database.run(`DELETE FROM indexer.webhooks WHERE name = 'friend'`);
    // What retention leaves of it, once it has been told of everything.
    await database.run('DELETE FROM pipeline.inbox WHERE consumer = $1', [webhookReader(friend).consumer]);
    expect(await beginWebhook(database, friend)).toBeNull();
  });

  it('are shown to others, and stay known when they are configured no more', async () => {
    const shown = () =>
      database.rows(
        'SELECT name, consumer, configured FROM indexer.webhook_view WHERE told_from IS NULL ORDER BY name',
      );
    const begin = (...names: readonly string[]) =>
      new WebhookBeginnings(
        database,
        names.map((name) => ({ name, from: 'now', address: '' })),
      ).onModuleInit();
    await database.run(`DELETE FROM indexer.webhooks WHERE name = 'stranger'`);
    const { consumer } = webhookReader({ name: 'friend', from: 'now', address: '' });
    await begin('historian');
    expect(await shown()).toMatchObject([
      { name: 'friend', consumer, configured: false },
      { name: 'historian', configured: true },
    ]);
    await begin();
    expect(await shown()).toMatchObject([{ configured: false }, { configured: false }]);
    await begin('friend');
    expect(await shown()).toMatchObject([{ configured: true }, { configured: false }]);
  });

  it('are told of a state, signed', async () => {
    const eventId = await change('2503.00001', 1);
    await waitFor(async () => (await receiptOf(eventId))?.status === 'done');
    const [delivery] = deliveries;
    expect(delivery?.headers['webhook-id']).toBe(eventId);
    const verified = new Verifier(SECRET).verify(delivery?.body ?? '', delivery?.headers as Record<string, string>);
    expect(verified).toMatchObject({
      type: 'paper.state.v1',
      data: { arxivId: '2503.00001', revision: 1, state: { title: { zh: '标题' } } },
    });
    const forged = (delivery?.body ?? '').replace('标题', '假');
    expect(() => new Verifier(SECRET).verify(forged, delivery?.headers as Record<string, string>)).toThrow(
      /signature/i,
    );
  });

  it('are told again when they fail, under the same id', async () => {
    answers.push({ status: 500 }, { status: 503 });
    const eventId = await change('2503.00002', 1);
    await waitFor(async () => deliveries.length === 3 && (await receiptOf(eventId))?.status === 'done');
    expect(deliveries.every(({ headers }) => headers['webhook-id'] === eventId)).toBe(true);
  });

  it.each([
    ['refuse it', { status: 410 }],
    ['send it elsewhere', { status: 302, headers: { location: 'http://127.0.0.1:1/inside' } }],
  ])('that %s make it a dead letter', async (name, answer) => {
    answers.push(answer);
    const eventId = await change(name === 'refuse it' ? '2503.00003' : '2503.00004', 1);
    await waitFor(async () => (await receiptOf(eventId))?.status === 'dead');
    expect(await receiptOf(eventId)).toMatchObject({ code: 'DIGLOT_WEBHOOK_REFUSED' });
    expect(deliveries).toHaveLength(1);
  });

  it('are left alone for as long as they want', async () => {
    answers.push({ status: 429, headers: { 'retry-after': '3600' } });
    const eventId = await change('2503.00005', 1);
    const receipt = await waitFor(async () => {
      const found = await receiptOf(eventId);
      return found?.code === 'DIGLOT_WEBHOOK_THROTTLED' ? found : null;
    });
    expect(receipt.status).toBe('retrying');
    expect(receipt.due).toBeGreaterThan(3_000);
  });
});
