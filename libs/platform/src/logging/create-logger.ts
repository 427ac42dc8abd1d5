import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { serializeError } from './error-serializer.ts';
import { REDACTED_PATHS } from './redaction.ts';

/** Pino's logger: `logger.info({ field: value }, 'what happened')`; errors go under `err`. */
export type Logger = PinoLogger;

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** `json`: one object a line, for machines. `pretty`: one line for a person. */
export const LOG_FORMATS = ['json', 'pretty'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

export interface LoggerSettings {
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** The service, in every line. */
  readonly name?: string;
  /** Standard output by default. Written synchronously, so that the last line before an exit is not lost. */
  readonly destination?: DestinationStream;
}

/** The one kind of logger; `logger.child({ … })` adds fields. Secrets and the parameters of SQL never reach it. */
export function createLogger({ level, format, name, destination }: LoggerSettings): Logger {
  const target = destination ?? pino.destination({ fd: 1, sync: true });
  const options = {
    level,
    ...(name !== undefined && { name }),
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: serializeError },
    redact: { paths: REDACTED_PATHS, censor: '***' },
  };
  return pino(options, format === 'pretty' ? prettyPrinter(target) : target);
}

/** A printer in this thread: pino-pretty's stream is asynchronous and would lose the last lines at an exit. */
function prettyPrinter(destination: DestinationStream): DestinationStream {
  const print = prettyFactory({
    singleLine: true,
    colorize: process.stdout.isTTY,
    translateTime: 'SYS:HH:MM:ss.l',
    ignore: 'pid',
  });
  return { write: (line) => destination.write(print(line)) };
}

/** Says nothing: for tests and for those who need none. */
export const silentLogger: Logger = pino({ level: 'silent' });
