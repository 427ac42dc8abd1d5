import { TOPICS } from '@diglot/contracts';
import { classify } from '@diglot/domain';
import { usualPathRule, type PathRule } from '@diglot/formats';
import { Wakeable } from '@diglot/pipeline';
import type { Transaction } from '@diglot/platform';
import type { WatcherContext } from '../leading/lead.ts';
import type { PlacementTaken } from '../placements/change.ts';
import { changePlacements, type ChangedPlacement } from '../placements/change-placements.ts';
import { saveProblems } from '../problems/save-problems.statement.ts';
import { batchUploads, type UploadBatch } from './batch-uploads.ts';
import { endForgetting, livePaths, nextToForget } from './forgotten.statement.ts';
import { hasRequests } from './has-requests.statement.ts';
import { loadUploads, type Upload } from './load-uploads.statement.ts';
import { tryLockRequests } from './lock-requests.statement.ts';
import { refuseUpload } from './refuse-upload.statement.ts';
import { UploadRestatement } from './upload-restatement.ts';
import { removeUploads } from './remove-uploads.statement.ts';

/** A transaction takes as much as this, in bytes and in number; one larger digest goes alone. */
const BATCH_BYTES = 4 * 1024 * 1024;
const BATCH_FILES = 100;

/** What one transaction did; null: there was nothing to do, or another watcher does it. */
type Done = readonly PlacementTaken[] | null;

/** Carries out what others ask for, in the order in which they asked (docs/sources.md, "Uploads"). */
export class RequestLoop {
  readonly #context: WatcherContext;
  readonly #rules: ReadonlyMap<string, PathRule>;
  #restatement: UploadRestatement | null;
  readonly #wakeable = new Wakeable();
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  /** @param rules what the paths of uploads say, by source; null: nobody says, so what was stated stays as it is */
  constructor(context: WatcherContext, rules: ReadonlyMap<string, PathRule> | null) {
    this.#context = context;
    this.#rules = rules ?? new Map();
    this.#restatement = rules && new UploadRestatement(context, this.#rules);
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wakeable.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { logger, options } = this.#context;
    while (!this.#stopping.signal.aborted) {
      await this.#restate();
      try {
        const isAsked = await hasRequests(this.#context.database);
        const done = isAsked ? ((await this.#takeUploads(BATCH_FILES)) ?? (await this.#forgetSome())) : null;
        if (done !== null) {
          this.#tell(done);
          continue;
        }
      } catch (thrown) {
        logger.warn({ err: thrown }, 'requests wait and are tried again');
      }
      await this.#wakeable.wait(options.requests);
    }
  }

  /** What paths say of earlier uploads is a matter of its own: new ones don't wait for it. */
  async #restate(): Promise<void> {
    try {
      if (this.#restatement && (await this.#restatement.run(this.#stopping.signal))) this.#restatement = null;
    } catch (thrown) {
      this.#context.logger.warn({ err: thrown }, 'what the paths of uploads say waits and is tried again');
    }
  }

  /** @param limit how many at most; one at a time where the database refuses some of them */
  async #takeUploads(limit: number): Promise<Done> {
    let first: Upload | undefined;
    try {
      return await this.#inTurn(async (tx) => {
        const uploads = await loadUploads(tx, limit, BATCH_BYTES);
        [first] = uploads;
        return uploads.length === 0 ? null : await store(tx, batchUploads(uploads), this.#rules);
      });
    } catch (thrown) {
      const { class: kind, code, detail } = classify(thrown);
      if (kind !== 'Invalid' || !first) throw thrown;
      if (limit > 1) return await this.#takeUploads(1);
      const { id, source, path } = first;
      await this.#inTurn(async (tx) => {
        await refuseUpload(tx, id, code);
        await saveProblems(tx, source, [{ path, code, detail }]);
      });
      return [];
    }
  }

  async #forgetSome(): Promise<Done> {
    return await this.#inTurn(async (tx) => {
      const source = await nextToForget(tx);
      if (source === null) return null;
      const paths = await livePaths(tx, source, BATCH_FILES);
      if (paths.length === 0) await endForgetting(tx, source);
      const changes = paths.map((path) => ({ path, content: null }));
      return toTaken(source, await changePlacements(tx, source, changes, usualPathRule));
    });
  }

  async #inTurn<T>(work: (tx: Transaction) => Promise<T>): Promise<T | null> {
    return await this.#context.database.transaction(async (tx) =>
      (await tryLockRequests(tx)) ? await work(tx) : null,
    );
  }

  #tell(taken: readonly PlacementTaken[]): void {
    const { bus, onTaken } = this.#context;
    if (taken.length > 0) bus.wake([TOPICS.digestDiscovered]);
    for (const each of taken) onTaken(each);
  }
}

async function store(
  tx: Transaction,
  { ids, bySource }: UploadBatch,
  rules: ReadonlyMap<string, PathRule>,
): Promise<PlacementTaken[]> {
  const taken: PlacementTaken[] = [];
  for (const [source, changes] of bySource) {
    const rule = rules.get(source) ?? usualPathRule;
    taken.push(...toTaken(source, await changePlacements(tx, source, changes, rule)));
  }
  await removeUploads(tx, ids);
  return taken;
}

function toTaken(source: string, changed: readonly ChangedPlacement[]): PlacementTaken[] {
  return changed
    .filter(({ fact }) => fact !== null)
    .map(({ saved: { path, sha256, size, revision } }) => ({ source, path, sha256, size: size ?? 0, revision }));
}
