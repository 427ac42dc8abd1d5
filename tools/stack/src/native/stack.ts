import { mkdir } from 'node:fs/promises';
import { delimiter, resolve } from 'node:path';
import { DiglotError } from '@diglot/domain';
import { type DataFolder, type EmbeddedPostgres, type Logger, silentLogger } from '@diglot/platform';
import type { Kafka, Redis } from '@diglot/servers';
import { pageUrl } from '../page-url.ts';
import type { Service, Services } from '../compose/compose-file.ts';
import { announceApi } from './announce-api.ts';
import { jobsOf } from './check-scale.ts';
import { ROOT, untilHealthy } from './health.ts';
import { addressesOf } from './own-ports.ts';
import { jobOf, runJob } from './run-job.ts';
import { findImage, type NativeImage } from './server-images.ts';
import { ServiceInstance } from './service-instance.ts';
import { startInOrder } from './start-in-order.ts';
import type { StartStackOptions } from './stack-options.ts';
import { writeStackRecord } from './stack-record.ts';
import { type Listener, translateEnvironment } from './translate-environment.ts';
import type { Unit } from './unit.ts';

/** What the command line changes, in whichever service has it. */
const WATCH = 'DIGLOT_WATCH';
const EXAMPLES = 'DIGLOT_EXAMPLES';
const CONFIG = 'DIGLOT_CONFIG';
/** The service that answers to people, and where it keeps what it has of its own. */
const API = 'api';
const DATA = 'DIGLOT_DATA';

/** A running stack. */
export class Stack {
  readonly #services: Services;
  readonly #dataFolder: DataFolder;
  readonly #options: StartStackOptions;
  readonly #logger: Logger;
  readonly #images = new Map<string, NativeImage>();
  readonly #listeners = new Map<string, readonly Listener[]>();
  readonly #instances = new Map<string, ServiceInstance[]>();
  readonly #jobs = new Map<string, Unit>();
  readonly #startedAt = new Date();
  #endedAt: Date | null = null;
  #tokenFile: string | null = null;
  /** Records are written one after the other, so that the last one is the newest. */
  #recording: Promise<void> = Promise.resolve();

  /** Use {@link startStack}. */
  constructor(services: Services, dataFolder: DataFolder, options: StartStackOptions) {
    this.#services = services;
    this.#dataFolder = dataFolder;
    this.#options = options;
    this.#logger = options.logger ?? silentLogger;
  }

  /** Absolute. */
  get data(): string {
    return this.#dataFolder.path;
  }

  /** `http://…` of the page and the API; empty before there is one. */
  get apiUrl(): string {
    const address = this.instances(API)[0]?.address ?? null;
    if (address === null) return '';
    const [host = '', port = ''] = address.split(':');
    return pageUrl(host, port);
  }

  /** Where the token of commands is; null before that is known, and if it is in no file. */
  get tokenFile(): string | null {
    return this.#tokenFile;
  }

  get kafka(): Kafka {
    return this.#image('kafka').kafka ?? missing('kafka');
  }

  get redis(): Redis {
    return this.#image('redis').redis ?? missing('redis');
  }

  get postgres(): EmbeddedPostgres {
    return this.#image('postgres').postgres ?? missing('postgres');
  }

  /** The environment that a process of a service sees; its addresses are those of this machine. */
  environmentOf(service: string): Readonly<Record<string, string>> {
    return this.#translate(service, this.#service(service), new Map());
  }

  /** The processes of a service of ours, dead ones among them. */
  instances(service: string): readonly ServiceInstance[] {
    return this.#instances.get(service) ?? [];
  }

  /** Every process and job, in the order of the file. */
  units(): readonly Unit[] {
    return Object.keys(this.#services).flatMap(
      (name) => this.#images.get(name)?.units ?? this.#jobs.get(name) ?? this.instances(name),
    );
  }

  /** @internal */
  async start(): Promise<void> {
    await mkdir(this.#dataFolder.file('logs'), { recursive: true });
    await this.#record();
    await startInOrder(this.#services, async (name, service) => {
      this.#options.signal?.throwIfAborted();
      this.#options.onStarting?.(name);
      await this.#startOne(name, service);
      this.#options.onStarted?.(name);
      await this.#record();
    });
    await this.#announce();
  }

  /** Ends what is not healthy yet, so that its start fails at once. @internal */
  abandonStart(): void {
    for (const instance of [...this.#instances.values()].flat()) void instance.stop().catch(() => undefined);
  }

  /** Starts or ends processes of a service until there are so many; the youngest ends first, in order. */
  async scale(name: string, count: number): Promise<void> {
    const service = this.#service(name);
    const instances = this.#instances.get(name) ?? [];
    this.#instances.set(name, instances);
    const added: ServiceInstance[] = [];
    while (instances.length < count) {
      const instance = await this.#createInstance(name, service, instances.length + 1);
      instances.push(instance);
      added.push(instance);
    }
    const removed = instances.splice(count);
    await Promise.all([...added.map((one) => one.start()), ...removed.map((one) => one.stop())]);
    await this.#record();
  }

  /**
   * Ends everything, each before what it depends on.
   * @returns whether every service of ours ended with 0
   */
  async stop(): Promise<boolean> {
    await this.#recording.catch(() => undefined);
    const codes = await Promise.all([...this.#instances.values()].flat().map((instance) => instance.stop()));
    await Promise.all([...this.#images.values()].map((image) => image.stop()));
    this.#endedAt = new Date();
    await this.#record();
    await this.#dataFolder.close();
    return codes.every((code) => code === 0 || code === null);
  }

  async #startOne(name: string, service: Service): Promise<void> {
    const startImage = findImage(service.image);
    if (startImage !== null) return await this.#startImage(name, service, startImage);
    if (!jobsOf(this.#services).has(name)) return await this.scale(name, this.#options.scale?.[name] ?? 1);
    const logFile = this.#dataFolder.file('logs', `${name}.log`);
    this.#jobs.set(name, jobOf(name, logFile));
    const warnings = await runJob(name, service, this.environmentOf(name), logFile);
    for (const line of warnings) this.#options.onWarning?.(name, line);
  }

  async #startImage(name: string, service: Service, start: NonNullable<ReturnType<typeof findImage>>): Promise<void> {
    const image = await start({
      name,
      service,
      dataFolder: this.#dataFolder,
      brokers: this.#options.brokers ?? 1,
      isShortLived: this.#options.isShortLived ?? false,
      logger: this.#logger,
      onChange: () => void this.#record(),
      onFatal: (error) => this.#options.onFatal?.(error),
    });
    this.#images.set(name, image);
    for (const [key, listeners] of image.listeners) this.#listeners.set(key, listeners);
    await Promise.all(image.units.map(untilHealthy));
  }

  /** The service whose page and API it is keeps the token among its data. */
  async #announce(): Promise<void> {
    if (this.apiUrl === '') return;
    const folder = this.environmentOf(API)[DATA];
    if (folder !== undefined) this.#tokenFile = await announceApi(this.#dataFolder, this.apiUrl, folder);
  }

  async #createInstance(name: string, service: Service, index: number): Promise<ServiceInstance> {
    const { ownPorts, address } = await addressesOf(service, { index, port: this.#options.port ?? null });
    return new ServiceInstance({
      serviceName: name,
      service,
      index,
      environment: this.#translate(name, service, ownPorts),
      address,
      logFile: this.#dataFolder.file('logs', `${name}-${index}.log`),
      logger: this.#logger,
      onChange: () => void this.#record(),
    });
  }

  #translate(name: string, service: Service, ownPorts: ReadonlyMap<number, Listener>): Record<string, string> {
    const folders = new Map(service.volumes.map((volume) => [volume.target, this.#folderOf(volume)]));
    const translated = translateEnvironment(service.environment, { listeners: this.#listeners, ownPorts, folders });
    return { ...translated, ...this.#watching(service), ...(isOurs(service) ? this.#options.environment : {}) };
  }

  #folderOf({ source, isNamed }: Service['volumes'][number]): string {
    return isNamed ? this.#dataFolder.file('volumes', source) : resolve(ROOT, source);
  }

  /** The command line's folders, for the service that watches. */
  #watching({ environment }: Service): Record<string, string> {
    const { watch, config, examples } = this.#options;
    return {
      ...(WATCH in environment && watch !== undefined ? { [WATCH]: watch.join(delimiter) } : {}),
      ...(CONFIG in environment && config !== undefined ? { [CONFIG]: config } : {}),
      ...(EXAMPLES in environment && examples !== undefined ? { [EXAMPLES]: String(examples) } : {}),
    };
  }

  #service(name: string): Service {
    const service = this.#services[name];
    if (service === undefined || !isOurs(service)) {
      throw new DiglotError('DIGLOT_CONFIG_INVALID', `there is no service of ours named ${name}`);
    }
    return service;
  }

  #image(name: string): NativeImage {
    return this.#images.get(name) ?? missing(name);
  }

  async #record(): Promise<void> {
    const write = async (): Promise<void> =>
      await writeStackRecord(this.data, {
        startedAt: this.#startedAt,
        endedAt: this.#endedAt,
        apiUrl: this.apiUrl,
        units: this.units(),
      });
    this.#recording = this.#recording.then(write, write);
    await this.#recording;
  }
}

function isOurs({ image }: Service): boolean {
  return findImage(image) === null;
}

function missing(name: string): never {
  throw new DiglotError('DIGLOT_CONFIG_INVALID', `${name} does not run`);
}
