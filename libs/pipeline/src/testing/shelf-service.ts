import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TOPICS } from '@diglot/contracts';
import { silentLogger, type Database, type Logger } from '@diglot/platform';
import type { AlarmClock } from '../alarms/alarm-clock.port.ts';
import { BullmqAlarmClock } from '../alarms/bullmq-alarm-clock.ts';
import type { Reader } from '../bus/bus.port.ts';
import { OutboxBus } from '../bus/outbox-bus.ts';
import type { PointerLoader } from '../bus/pointer-loader.ts';
import { HandThroughFilter } from '../stage/hand-through.filter.ts';
import { StageHost, type StageHostOptions } from '../stage/stage-host.ts';
import { HOOKS, MIRROR, MirrorHandler, SHELF, ShelfHandler, type Hooks } from './shelf.handlers.ts';
import { stateRecord } from './shelf.events.ts';
import { currentPapers } from './shelf.repository.ts';

export interface ShelfServiceOptions extends Partial<StageHostOptions> {
  readonly database: Database;
  /** For the alarm clock, which has connections of its own. */
  readonly url: string;
  readonly hooks: Hooks;
  readonly logger?: Logger;
  readonly readers?: readonly Reader[];
  readonly concurrency?: number;
  /** See `OutboxReaderOptions`. */
  readonly hangMilliseconds?: number;
  /** Without it errors lose their class on the way through Nest. */
  readonly handsErrorsThrough?: boolean;
}

/** The test service as one process runs it: the stages of {@link ShelfHandler} and {@link MirrorHandler}. */
export interface ShelfService {
  readonly host: StageHost;
  readonly bus: OutboxBus;
  readonly alarms: AlarmClock;
  readonly fatal: Error[];
  /** The drain: readers, workers, sweeper, then what they used. */
  stop(): Promise<void>;
}

export async function startShelfService(options: ShelfServiceOptions): Promise<ShelfService> {
  const { database, url, hooks, logger = silentLogger, concurrency = 4, handsErrorsThrough = true } = options;
  const fatal: Error[] = [];
  const onFatal = (error: Error): void => void fatal.push(error);
  const pointerLoaders = new Map([[TOPICS.paperState, shelfLoader(database)]]);
  const { hangMilliseconds = 180_000 } = options;
  const bus = new OutboxBus({ database, logger, pollMilliseconds: 50, hangMilliseconds, pointerLoaders, onFatal });
  const alarms =
    options.alarms ?? new BullmqAlarmClock({ queue: 'test', connectionString: url, concurrency, logger, onFatal });
  const host = new StageHost({
    readers: [SHELF, MIRROR],
    random: () => 0,
    serviceVersion: '1.2.3',
    leaseSeconds: 1,
    sweepSeconds: 0.1,
    ...options,
    database,
    bus,
    alarms,
    logger,
  });
  const readers = options.readers ?? [SHELF, MIRROR];
  const controllers = [
    ...(readers.some(({ topic }) => topic === SHELF.topic) ? [ShelfHandler] : []),
    ...(readers.some(({ topic }) => topic === MIRROR.topic) ? [MirrorHandler] : []),
  ];
  class Root {}
  Module({ controllers, providers: [{ provide: HOOKS, useValue: hooks }] })(Root);
  const application = await NestFactory.createMicroservice(Root, { strategy: host, logger: false });
  if (handsErrorsThrough) application.useGlobalFilters(new HandThroughFilter());
  await application.listen();
  const stop = async (): Promise<void> => {
    await application.close();
    await bus.close();
    await alarms.close();
  };
  return { host, bus, alarms, fatal, stop };
}

/** What the pointers on `paper.state` point to. */
function shelfLoader(database: Database): PointerLoader {
  return async (keys) => {
    const papers = await currentPapers(database, keys);
    return new Map(
      papers.map(({ arxivId, revision, state }) => [arxivId, stateRecord(arxivId, revision, state)] as const),
    );
  };
}
