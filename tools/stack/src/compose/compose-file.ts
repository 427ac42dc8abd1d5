import { readFile } from 'node:fs/promises';
import { DiglotError } from '@diglot/domain';
import { messageOf } from '@diglot/platform';
import { parse } from 'yaml';
import { z } from 'zod';
import { interpolate } from './interpolate.ts';

const CONDITIONS = ['service_started', 'service_healthy', 'service_completed_successfully'] as const;

/** `30s`, `1m30s`, `500ms`, as seconds. */
const duration = z
  .string()
  .regex(/^(\d+(\.\d+)?(h|ms|m|s))+$/, 'not a duration like 1m30s')
  .transform(secondsOf);

/** `[host IP:][host port:]port`; what else the short form may say is not used here. */
const port = z
  .string()
  .regex(/^((\d+(\.\d+){3}):)?(\d+:)?\d+$/, 'not a port like 127.0.0.1:80:80')
  .transform((text) => {
    const parts = text.split(':');
    const inside = Number(parts.at(-1));
    const outside = parts.length > 1 ? Number(parts.at(-2)) : null;
    return { host: parts.length === 3 ? (parts[0] ?? null) : null, outside, inside };
  });

/** `source:target[:options]`: a source with a slash is a folder of this machine, another is a named volume. */
const volume = z
  .string()
  .regex(/^[^:]+:\/[^:]*(:[\w,]+)?$/, 'not a volume like name:/folder')
  .transform((text) => {
    const [source = '', target = ''] = text.split(':');
    return { source, target, isNamed: !/^[./~]/.test(source) };
  });

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const service = z
  .object({
    image: z.string(),
    command: z.array(z.string()).optional(),
    environment: z.record(z.string(), scalar).default({}),
    depends_on: z.record(z.string(), z.object({ condition: z.enum(CONDITIONS) })).default({}),
    profiles: z.array(z.string()).default([]),
    ports: z.array(port).default([]),
    volumes: z.array(volume).default([]),
    restart: z.string().default('no'),
    stop_grace_period: duration.default(10),
    healthcheck: z
      .object({
        test: z.array(z.string()).optional(),
        disable: z.boolean().default(false),
        timeout: duration.default(30),
        start_period: duration.default(0),
      })
      .optional(),
  })
  .transform((read) => ({
    image: read.image,
    command: read.command ?? null,
    environment: read.environment,
    dependsOn: Object.entries(read.depends_on).map(([name, { condition }]) => ({ name, condition })),
    profiles: read.profiles,
    ports: read.ports,
    volumes: read.volumes,
    restart: read.restart,
    graceSeconds: read.stop_grace_period,
    healthCheck: healthCheckOf(read.healthcheck),
  }));

const composeFile = z.object({ services: z.record(z.string(), service) });

/** What this tool reads of a service; the meaning is Compose's. */
export type Service = z.output<typeof service>;
export type Dependency = Service['dependsOn'][number];
export type Services = Readonly<Record<string, Service>>;

interface HealthCheck {
  /** Program and arguments; exit code 0 means healthy. */
  readonly command: readonly string[];
  readonly timeoutSeconds: number;
}

/**
 * The services of a profile, with the variables put in.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID` naming the file and the field
 */
export async function readComposeFile(
  file: string,
  profile: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Services> {
  const text = await readFile(file, 'utf8');
  return parseComposeFile(text, file, profile, variables);
}

/** {@link readComposeFile} of a text; the file is for messages. */
export function parseComposeFile(
  text: string,
  file: string,
  profile: string,
  variables: Readonly<Record<string, string | undefined>>,
): Services {
  const { data, error } = composeFile.safeParse(fillIn(parseYaml(text, file), variables));
  if (error !== undefined) {
    const issues = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new DiglotError('DIGLOT_CONFIG_INVALID', issues.join('; '), { place: { file } });
  }
  const entries = Object.entries(data.services);
  // A service without profiles is always there.
  return Object.fromEntries(entries.filter(([, { profiles }]) => profiles.length === 0 || profiles.includes(profile)));
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text, { merge: true });
  } catch (error) {
    throw new DiglotError('DIGLOT_CONFIG_INVALID', messageOf(error), { place: { file }, cause: error });
  }
}

/** Values are filled in after the text is parsed, as Compose does: no variable can change the structure. */
function fillIn(value: unknown, variables: Readonly<Record<string, string | undefined>>): unknown {
  if (typeof value === 'string') return interpolate(value, variables);
  if (Array.isArray(value)) return value.map((item) => fillIn(item, variables));
  if (!(value instanceof Object)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillIn(item, variables)]));
}

function healthCheckOf(
  read: { test?: string[] | undefined; disable: boolean; timeout: number } | undefined,
): HealthCheck | null {
  const [kind, ...command] = read?.test ?? [];
  if (read === undefined || read.disable || kind === undefined || kind === 'NONE') return null;
  if (kind !== 'CMD') throw new DiglotError('DIGLOT_CONFIG_INVALID', `a health check by ${kind} is not known here`);
  return { command, timeoutSeconds: read.timeout };
}

function secondsOf(text: string): number {
  const seconds = { h: 3600, m: 60, s: 1, ms: 0.001 };
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)) {
    sum += Number(amount) * seconds[unit as keyof typeof seconds];
  }
  return sum;
}
