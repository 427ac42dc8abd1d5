import type { LoggerService } from '@nestjs/common';
import { isError } from '../errors/errors.ts';
import type { Logger } from './create-logger.ts';

/**
 * Lets Nest write through our logger: `NestFactory.create(module, { logger: new NestLogger(logger) })`.
 * Nest's own chatter at start (modules, routes) is of level `log`; it becomes `debug` here.
 */
export class NestLogger implements LoggerService {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.#write('trace', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest);
  }

  /** Nest's convention: the last string is the context, a string with frames before it the stack. */
  #write(level: 'trace' | 'debug' | 'warn' | 'error' | 'fatal', message: unknown, rest: readonly unknown[]): void {
    const texts = rest.filter((item) => typeof item === 'string');
    const stack = texts.find((text) => /^\s+at /m.test(text));
    const context = texts.findLast((text) => text !== stack);
    const thrown = isError(message) ? message : rest.find(isError);
    const fields = {
      ...(context !== undefined && { context }),
      ...(stack !== undefined && { stack }),
      ...(thrown !== undefined && { err: thrown }),
    };
    this.#logger[level](fields, textOf(message));
  }
}

function textOf(message: unknown): string {
  if (isError(message)) return message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}
