import { Module, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { connectStages, startStages, type StageHost } from '@diglot/pipeline';

const calls: string[] = [];

/** A host that reads nothing, and says when it would. */
class Host extends Server implements CustomTransportStrategy {
  listen(callback: () => void): void {
    calls.push('events are read');
    callback();
  }

  close(): void {}

  on(): never {
    throw new Error('no events');
  }

  unwrap(): never {
    throw new Error('nothing to unwrap');
  }
}

class Background implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  onModuleInit(): void {
    calls.push('prepared');
  }

  onApplicationBootstrap(): void {
    calls.push('works');
  }

  beforeApplicationShutdown(): void {
    calls.push('stopped');
  }
}

class Root {}
Module({ providers: [Background] })(Root);

test('work in the background begins once, before events are read, and is stopped', async () => {
  const application = await NestFactory.create<NestFastifyApplication>(Root, new FastifyAdapter(), { logger: false });
  connectStages(application, new Host() as unknown as StageHost);
  await startStages(application);
  await application.listen(0, '127.0.0.1');
  await application.close();
  expect(calls).toEqual(['prepared', 'works', 'events are read', 'stopped']);
});
