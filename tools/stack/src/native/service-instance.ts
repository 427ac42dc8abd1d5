import { DiglotError } from '@diglot/domain';
import type { Logger } from '@diglot/platform';
import { Keeper, NativeServer } from '@diglot/servers';
import type { Service } from '../compose/compose-file.ts';
import { pageUrl } from '../page-url.ts';
import { programOf, ROOT, whyNotHealthy } from './health.ts';
import { LOOPBACK } from './translate-environment.ts';
import type { HealthCommand, Unit } from './unit.ts';

export interface InstanceOptions {
  /** In docker-compose.yml. */
  readonly serviceName: string;
  readonly service: Service;
  /** Counts from 1. */
  readonly index: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly address: string | null;
  readonly logFile: string;
  readonly logger: Logger;
  /** Told of deaths and restarts. */
  readonly onChange: () => void;
}

type Environment = Readonly<Record<string, string>>;

/** Each look is a process. */
const POLL = 300;

/** One process of a service of ours, kept alive until it is stopped. */
export class ServiceInstance extends NativeServer implements Unit {
  readonly kind = 'process';
  readonly service: string;
  readonly index: number;
  readonly address: string | null;
  readonly probesUrl: string | null;
  readonly health: HealthCommand | null;
  readonly #keeper: Keeper;
  readonly #override: { environment: Readonly<Record<string, string>> };

  constructor(options: InstanceOptions) {
    const { serviceName, service, index, environment, logger, onChange } = options;
    const [program, ...args] = service.command ?? [];
    if (program === undefined) throw new DiglotError('DIGLOT_CONFIG_INVALID', `${serviceName} has no command`);
    const override = { environment: {} };
    const health = healthCommandOf(service, environment);
    super({
      name: `${serviceName}-${index}`,
      program: programOf(program),
      args,
      folder: ROOT,
      logFile: options.logFile,
      startError: 'DIGLOT_SERVICE_START',
      environment: () => ({ ...environment, ...override.environment }),
      patience: service.graceSeconds,
      poll: POLL,
      isReady: async () => health === null || (await whyNotHealthy(health)) === null,
    });
    this.service = serviceName;
    this.index = index;
    this.address = options.address;
    this.probesUrl = probesUrlOf(environment);
    this.health = health;
    this.#override = override;
    this.#keeper = new Keeper(this, {
      report: (what, detail) => {
        logger.error({ instance: this.name, detail }, `a service ${what}`);
        onChange();
      },
    });
  }

  /** What its next life sees beside, or instead of, what docker-compose.yml says: a failpoint, say. */
  override(environment: Readonly<Record<string, string>>): void {
    this.#override.environment = environment;
  }

  /** How often it was started again after a death that nobody asked for. */
  get restarts(): number {
    return this.#keeper.restarts;
  }

  getPid(): number | null {
    return this.pid;
  }

  getRestarts(): number {
    return this.restarts;
  }
}

/** `DIGLOT_HEALTH_PORT` is a port of this machine by now. */
function probesUrlOf({ DIGLOT_HEALTH_PORT: port, DIGLOT_HOST: host = LOOPBACK }: Environment): string | null {
  return port === undefined ? null : pageUrl(host, port);
}

function healthCommandOf(
  { healthCheck }: Service,
  environment: Readonly<Record<string, string>>,
): HealthCommand | null {
  if (healthCheck === null) return null;
  const [program = '', ...args] = healthCheck.command;
  return { program: programOf(program), args, environment, timeoutSeconds: healthCheck.timeoutSeconds };
}
