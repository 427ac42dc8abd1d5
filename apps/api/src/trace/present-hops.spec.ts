import { TOPICS } from '@diglot/contracts';
import { presentHops, type HopFacts } from './present-hops.ts';
import { candidatesOf } from './trace-candidates.ts';
import type { AnnouncedRow, ReceiptRow } from './trace.repository.ts';

const topic = TOPICS.paperState;
const key = '2503.00001';
const at = (second: number): Date => new Date(1_700_000_000_000 + second * 1_000);
const { candidates } = candidatesOf([{ type: 'paper.state', subject: key, revision: 3 }], 10);
const idOf = (revision: number): string => candidates.find((each) => each.revision === revision)?.eventId ?? '';

/** A state is announced by a pointer, which has no payload. */
const announced = (revision: number, size: number | null = null): AnnouncedRow => ({
  eventId: idOf(revision),
  topic,
  key,
  headers: {},
  announcedAt: at(revision),
  payload: null,
  size,
});
const receipt = (consumer: string, revision: number, more: Partial<ReceiptRow> = {}): ReceiptRow => ({
  eventId: idOf(revision),
  consumer,
  topic,
  key,
  status: 'done',
  attempts: 1,
  redrives: 0,
  firstSeen: at(revision),
  nextAt: null,
  updatedAt: at(revision + 2),
  code: null,
  message: null,
  partition: 0,
  offset: '1:1',
  serviceVersion: 'test',
  ...more,
});
const FRIEND = { name: 'friend', consumer: 'diglot.webhook.friend', toldFrom: null, configured: true };
const facts = (more: Partial<HopFacts>): HopFacts => ({
  candidates,
  announced: [1, 2, 3].map((revision) => announced(revision)),
  receipts: [],
  readers: [
    { consumer: 'diglot.search', topic },
    { consumer: 'diglot.parser', topic: TOPICS.digestDiscovered },
  ],
  webhooks: [FRIEND],
  ...more,
});
const seen = (revision: number, given: HopFacts) =>
  presentHops(idOf(revision), given).map(({ consumer, webhook, status }) => [consumer, webhook, status]);

describe('the hops of an event', () => {
  it('are those of stages, then those of webhooks; who has done nothing is waited for', () => {
    expect(seen(3, facts({ receipts: [receipt('diglot.search', 3)] }))).toEqual([
      ['diglot.search', null, 'done'],
      ['diglot.webhook.friend', 'friend', 'waiting'],
    ]);
  });

  it('say how often a webhook was told, why in vain, and when it is told again', () => {
    const failed = { status: 'retrying', attempts: 4, code: 'DIGLOT_WEBHOOK_UNREACHABLE', nextAt: at(60) } as const;
    const hops = presentHops(idOf(3), facts({ receipts: [receipt(FRIEND.consumer, 3, failed)] }));
    expect(hops.at(-1)).toMatchObject({
      webhook: 'friend',
      status: 'retrying',
      attempts: 4,
      code: 'DIGLOT_WEBHOOK_UNREACHABLE',
      nextAt: at(60).toISOString(),
      settledAt: null,
      seconds: null,
    });
    const [, told] = presentHops(idOf(3), facts({ receipts: [receipt(FRIEND.consumer, 3)] }));
    expect(told).toMatchObject({ status: 'done', seconds: 2, settledAt: at(5).toISOString(), nextAt: null });
  });

  it('know what a webhook was never told, for it was there before', () => {
    const webhooks = [{ ...FRIEND, toldFrom: at(3) }];
    const receipts = [2, 3].map((revision) => receipt(FRIEND.consumer, revision));
    expect(seen(2, facts({ webhooks, receipts })).at(-1)).toEqual([FRIEND.consumer, 'friend', 'passed-over']);
    expect(seen(3, facts({ webhooks, receipts })).at(-1)).toEqual([FRIEND.consumer, 'friend', 'done']);
  });

  it('keep what a webhook that is configured no more was told, and wait for nothing of it', () => {
    const webhooks = [{ ...FRIEND, configured: false }];
    expect(seen(3, facts({ webhooks }))).toEqual([['diglot.search', null, 'waiting']]);
    expect(seen(3, facts({ webhooks, receipts: [receipt(FRIEND.consumer, 3)] })).at(-1)).toEqual([
      FRIEND.consumer,
      'friend',
      'done',
    ]);
  });

  it('are not waited for where a later state was sent in place of this one', () => {
    const receipts = [receipt('diglot.search', 2), receipt(FRIEND.consumer, 3)];
    expect(seen(1, facts({ receipts }))).toEqual([
      ['diglot.search', null, 'superseded'],
      ['diglot.webhook.friend', 'friend', 'superseded'],
    ]);
    expect(seen(3, facts({ receipts: [receipt('diglot.search', 2)] }))[0]).toEqual(['diglot.search', null, 'waiting']);
    const whole = facts({ receipts, announced: [announced(1, 10)] });
    expect(seen(1, whole)[0]).toEqual(['diglot.search', null, 'waiting']);
  });

  it('of what nobody announces any more are those that left a receipt', () => {
    expect(seen(3, facts({ announced: [], receipts: [receipt('diglot.search', 3)] }))).toEqual([
      ['diglot.search', null, 'done'],
    ]);
  });
});
