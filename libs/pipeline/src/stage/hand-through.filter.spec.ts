import { Controller, Module, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload, Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { DiglotError, ERROR_CLASSES, ERROR_TABLE, classify, type ErrorClass, type ErrorCode } from '@diglot/domain';
import type { Reader } from '../bus/bus.port.ts';
import { HandThroughFilter } from './hand-through.filter.ts';
import { STAGE_TRANSPORT, StageHandler } from './stage-handler.decorator.ts';

const READER: Reader = { consumer: 'test.errors', topic: 'test', events: 1, bytes: 1 };

/** Registers handlers as the stage host does, and runs nothing. */
class Strategy extends Server implements CustomTransportStrategy {
  override readonly transportId = STAGE_TRANSPORT;
  override readonly propagatesEventHandlerErrors = true;

  listen(callback: () => void): void {
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

@Controller()
class Throwing {
  @StageHandler(READER)
  async handle(@Payload() thrown: unknown): Promise<never> {
    throw thrown;
  }
}

class Root {}
Module({ controllers: [Throwing] })(Root);

/** What comes back out of Nest when a handler throws something. */
async function comeBack(thrown: unknown, filter: HandThroughFilter | null): Promise<unknown> {
  const strategy = new Strategy();
  const application: INestMicroservice = await NestFactory.createMicroservice(Root, { strategy, logger: false });
  if (filter) application.useGlobalFilters(filter);
  await application.listen();
  try {
    const handler = strategy.getHandlerByPattern(`${READER.consumer}/${READER.topic}/handle`);
    const result: unknown = await handler?.(thrown, undefined);
    return isObservable(result) ? await lastValueFrom(result) : result;
  } catch (error) {
    return error;
  } finally {
    await application.close();
  }
}

const errorOf = (errorClass: ErrorClass): DiglotError => {
  const code = (Object.keys(ERROR_TABLE) as ErrorCode[]).find((each) => ERROR_TABLE[each].class === errorClass);
  if (!code) throw new Error(`no code of class ${errorClass}`);
  return new DiglotError(code, 'some case', { retryAfter: 1 });
};

it.each(ERROR_CLASSES)('an error of class %s comes out of Nest as the same object', async (errorClass) => {
  const error = errorOf(errorClass);
  expect(await comeBack(error, new HandThroughFilter())).toBe(error);
});

it('so does what is no error of ours, or no error at all', async () => {
  for (const thrown of [new TypeError('a bug'), Object.assign(new Error('pg'), { code: '40P01' }), 'words']) {
    expect(await comeBack(thrown, new HandThroughFilter())).toBe(thrown);
  }
});

it('without the filter Nest replaces it, and its class is lost', async () => {
  const back = await comeBack(errorOf('Unavailable'), null);
  expect(back).not.toBeInstanceOf(Error);
  expect(classify(back).class).toBe('Bug');
});
