import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, identify, isRunning, STACK_FILE } from '@diglot/platform';
import { z } from 'zod';
import type { HealthCheck, Unit } from './unit.ts';

const command = z.object({
  program: z.string(),
  args: z.array(z.string()),
  environment: z.record(z.string(), z.string()),
  timeoutSeconds: z.number(),
});

const probe = z.object({
  protocol: z.enum(['redis', 'kafka', 'postgres']),
  url: z.string(),
  timeoutSeconds: z.number(),
});

const unit = z.object({
  kind: z.enum(['process', 'job']),
  service: z.string(),
  name: z.string(),
  pid: z.int().nullable(),
  restarts: z.int(),
  address: z.string().nullable(),
  probesUrl: z.string().nullable().default(null),
  logFile: z.string(),
  health: z.union([command, probe]).nullable(),
});

const stackRecord = z.object({
  launcher: z.object({ pid: z.int(), startedAt: z.string().nullable() }),
  startedAt: z.iso.datetime(),
  /** Null while it runs, and for ever if the launcher was killed. */
  endedAt: z.iso.datetime().nullable(),
  apiUrl: z.string(),
  units: z.array(unit),
});

/** What a stack says of itself, for `status`, `logs` and `down` in another process. */
export type StackRecord = z.infer<typeof stackRecord>;
export type UnitRecord = z.infer<typeof unit>;

/** Writes it in one step. Only the owner can read it: environments hold passwords. */
export async function writeStackRecord(
  data: string,
  stack: { startedAt: Date; endedAt: Date | null; apiUrl: string; units: readonly Unit[] },
): Promise<void> {
  const record: StackRecord = {
    launcher: identify(process.pid) ?? { pid: process.pid, startedAt: null },
    startedAt: stack.startedAt.toISOString(),
    endedAt: stack.endedAt?.toISOString() ?? null,
    apiUrl: stack.apiUrl,
    units: stack.units.map((one) => ({
      kind: one.kind,
      service: one.service,
      name: one.name,
      pid: one.getPid(),
      restarts: one.getRestarts(),
      address: one.address,
      probesUrl: one.probesUrl,
      logFile: one.logFile,
      health: one.health === null ? null : healthRecord(one.health),
    })),
  };
  const draft = join(data, `${STACK_FILE}.${randomUUID()}`);
  await writeFile(draft, JSON.stringify(record), { mode: 0o600 });
  await rename(draft, join(data, STACK_FILE));
}

/** Of the stack that runs on a data folder, or ran last; null if none ever did. */
export async function readStackRecord(data: string): Promise<StackRecord | null> {
  try {
    return stackRecord.parse(JSON.parse(await readFile(join(data, STACK_FILE), 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Whether the stack runs. */
export function isUp({ launcher, endedAt }: StackRecord): boolean {
  return endedAt === null && isRunning(launcher);
}

function healthRecord(check: HealthCheck): UnitRecord['health'] {
  return 'protocol' in check ? check : { ...check, args: [...check.args] };
}
