import { setTimeout } from 'node:timers/promises';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { silentLogger } from '@diglot/platform';
import type { Reader } from '../bus/bus.port.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { StageHandler } from './stage-handler.decorator.ts';
import { StageHost, type StageHostOptions } from './stage-host.ts';

const READER: Reader = { consumer: 'diglot.test', topic: 'arxiv.paper.parsed.v1', events: 1, bytes: 1 };
const OTHER: Reader = { ...READER, consumer: 'diglot.other' };

/** The boot is refused before anything of these is touched. */
const untouched = new Proxy(
  {},
  { get: (_, name) => fail(`${String(name)} was used before the handlers were checked`) },
);
function fail(message: string): never {
  throw new Error(message);
}

async function boot(controllers: (new () => object)[], readers: readonly Reader[]): Promise<void> {
  class Root {}
  Module({ controllers })(Root);
  const options = {
    ...({ database: untouched, bus: untouched, alarms: untouched } as unknown as StageHostOptions),
    readers,
  };
  const application = await NestFactory.createMicroservice(Root, { strategy: new StageHost(options), logger: false });
  try {
    await application.listen();
  } finally {
    await application.close().catch(() => {});
  }
}

@Controller()
class One {
  @StageHandler(READER)
  async handle(): Promise<never[]> {
    return [];
  }
}

@Controller()
class Two {
  @StageHandler(READER)
  async handle(): Promise<never[]> {
    return [];
  }
}

describe('the boot fails', () => {
  it('when a reader has no handler', async () => {
    await expect(boot([], [READER])).rejects.toMatchObject({
      code: 'DIGLOT_HANDLER_MISSING',
      detail: expect.stringContaining('no handler'),
    });
  });

  it('when a reader has two', async () => {
    await expect(boot([One, Two], [READER])).rejects.toMatchObject({
      code: 'DIGLOT_HANDLER_MISSING',
      detail: expect.stringContaining('2 methods'),
    });
  });

  it('when a handler has no reader', async () => {
    await expect(boot([One], [])).rejects.toMatchObject({
      code: 'DIGLOT_HANDLER_MISSING',
      detail: expect.stringContaining('does not read it'),
    });
    await expect(boot([One], [OTHER])).rejects.toMatchObject({ code: 'DIGLOT_HANDLER_MISSING' });
  });

  it('when two readers are one consumer', async () => {
    const second = { ...READER, topic: 'arxiv.digest.discovered.v1' };
    await expect(boot([One], [READER, second])).rejects.toMatchObject({
      code: 'DIGLOT_HANDLER_MISSING',
      detail: expect.stringContaining('reads another topic'),
    });
  });
});

test('a drain stops the readers, and only then the workers', async () => {
  const log: string[] = [];
  const stopping = (name: string) => async (): Promise<void> => {
    log.push(`${name} stops`);
    await setTimeout(20);
    log.push(`${name} stopped`);
  };
  const subscription = {
    reader: READER,
    isLive: () => true,
    isAlive: () => true,
    pause: () => {},
    resume: () => {},
    stop: stopping('reader'),
  };
  const alarms = Object.assign(new ManualClock(), { stop: stopping('clock') });
  const database = { rows: async () => Promise.reject(new Error('it is away')) };
  const options = {
    ...({
      database,
      bus: { subscribe: async () => subscription },
      alarms,
      logger: silentLogger,
    } as unknown as StageHostOptions),
    readers: [READER],
  };
  class Root {}
  Module({ controllers: [One] })(Root);
  const strategy = new StageHost(options);
  const application = await NestFactory.createMicroservice(Root, { strategy, logger: false });
  expect(strategy.notReady()).toEqual([READER.consumer]);
  await application.listen();
  expect(strategy.notReady()).toEqual([]);
  await application.close();
  expect(log).toEqual(['reader stops', 'reader stopped', 'clock stops', 'clock stopped']);
});

test('it wraps no client library', () => {
  const host = new StageHost({ readers: [READER] } as unknown as StageHostOptions);
  expect(() => host.on()).toThrow('no events of a client library');
  expect(() => host.unwrap()).toThrow('wraps no client library');
});
