import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiglotError } from '@diglot/domain';
import { codeOf, identify } from '@diglot/platform';
import { whyNotHealthy } from './health.ts';
import { describeProbes, table } from './describe-units.ts';
import { isUp, readStackRecord, type UnitRecord } from './stack-record.ts';

type Print = (line: string) => void;

const LOOK_MILLISECONDS = 200;

/** Asks the stack of a data folder to end, and waits for that. */
export async function takeDown(data: string, print: Print): Promise<number> {
  const record = await readStackRecord(data);
  if (record === null || !isUp(record)) {
    print(`Nothing runs on ${data}.`);
    return 0;
  }
  process.kill(record.launcher.pid, 'SIGTERM');
  while (isUp(record)) await sleep(LOOK_MILLISECONDS);
  const processes = record.units.filter(({ kind }) => kind === 'process');
  print(`Ended: ${processes.map(({ name }) => name).join(', ')}`);
  return 0;
}

/**
 * Prints every process of the stack of a data folder and whether it is healthy at this moment.
 * @returns the exit code: 0 if all are
 */
export async function showStatus(data: string, print: Print): Promise<number> {
  const record = await readStackRecord(data);
  if (record === null || !isUp(record)) {
    print(`Nothing runs on ${data}.`);
    return 1;
  }
  const states = await Promise.all(record.units.map(stateOf));
  const rows = record.units.map((unit, index) => [
    unit.name,
    unit.pid === null ? '' : `process ${unit.pid}`,
    unit.address ?? '',
    describeProbes(unit),
    unit.restarts === 0 ? '' : `restarted ${unit.restarts}×`,
    states[index]!,
  ]);
  print(table(rows));
  print(`\nSince ${record.startedAt}; the page: ${record.apiUrl}`);
  return states.every((state) => state === HEALTHY || state === COMPLETED) ? 0 : 1;
}

/** Prints what the processes of a service, or one of them, have logged; following, also what they will. */
export async function showLogs(
  data: string,
  name: string,
  follow: boolean,
  output: NodeJS.WriteStream,
): Promise<number> {
  const record = await readStackRecord(data);
  const units = record?.units.filter((unit) => unit.service === name || unit.name === name) ?? [];
  if (record === null || units.length === 0) {
    const known = [...new Set(record?.units.map(({ service }) => service))].join(', ') || 'nothing ran there';
    throw new DiglotError('DIGLOT_CONFIG_INVALID', `there is no ${name} on ${data} (${known})`);
  }
  const shown = new Map<string, number>();
  do {
    for (const { logFile } of units) shown.set(logFile, await printFrom(logFile, shown.get(logFile) ?? 0, output));
    if (follow) await sleep(LOOK_MILLISECONDS);
  } while (follow && isUp(record));
  return 0;
}

const HEALTHY = 'healthy';
const COMPLETED = 'completed';

async function stateOf({ kind, pid, health }: UnitRecord): Promise<string> {
  if (kind === 'job') return COMPLETED;
  if (pid === null || identify(pid) === null) return 'down';
  if (health === null) return HEALTHY;
  const reason = await whyNotHealthy(health);
  return reason === null ? HEALTHY : `unhealthy: ${reason.split('\n', 1)[0] ?? ''}`;
}

/** @returns how far it is printed now; a file that got shorter is a new one */
async function printFrom(file: string, from: number, output: NodeJS.WriteStream): Promise<number> {
  try {
    const { size } = await stat(file);
    const start = size < from ? 0 : from;
    if (size > start) await pipeline(createReadStream(file, { start, end: size - 1 }), output, { end: false });
    return size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}
