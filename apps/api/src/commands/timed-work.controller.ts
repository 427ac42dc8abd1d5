import { Body, Controller, Ip } from '@nestjs/common';
import type {
  ReplayBody,
  ReplayResult,
  ReVerifyBody,
  ReVerifyResult,
  TimedWorkBody,
} from '../contract/commands.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { actorAt } from './actor.ts';
import { TimedWorkRepository } from './timed-work.repository.ts';

/** Commands that give a service work to do in its own time. */
@Controller()
export class TimedWorkController {
  readonly #work: TimedWorkRepository;

  constructor(work: TimedWorkRepository) {
    this.#work = work;
  }

  @Route(ROUTES.replay)
  async replay(
    @Body(new Validated(ROUTES.replay.body)) { from, source, reason, dryRun }: ReplayBody,
    @Ip() address: string,
  ): Promise<ReplayResult> {
    const filter = { from, source: source ?? null };
    if (dryRun) return { dryRun, count: await this.#work.countReplay(filter), replayId: null };
    return { dryRun, ...(await this.#work.replay(filter, { actor: actorAt(address), reason })) };
  }

  @Route(ROUTES.reVerify)
  async reVerify(
    @Body(new Validated(ROUTES.reVerify.body)) { reason, dryRun }: ReVerifyBody,
    @Ip() address: string,
  ): Promise<ReVerifyResult> {
    if (dryRun) return { dryRun, count: await this.#work.countEntries(), generation: null };
    return { dryRun, ...(await this.#work.reVerify({ actor: actorAt(address), reason })) };
  }

  @Route(ROUTES.timedWork)
  async list(): Promise<TimedWorkBody> {
    const replays = await this.#work.replays();
    const reVerifications = await this.#work.reVerifications();
    return { replays: replays.map(withTexts), reVerifications: reVerifications.map(withTexts) };
  }
}

function withTexts<Row extends { readonly requestedAt: Date; readonly finishedAt: Date | null }>(
  row: Row,
): Omit<Row, 'requestedAt' | 'finishedAt'> & { requestedAt: string; finishedAt: string | null } {
  const { requestedAt, finishedAt, ...rest } = row;
  return { ...rest, requestedAt: requestedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
}
