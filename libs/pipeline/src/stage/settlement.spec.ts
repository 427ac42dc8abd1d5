import { deadLetterEventId } from '@diglot/contracts';
import { DiglotError } from '@diglot/domain';
import type { Receipt } from '../inbox/receipt.ts';
import { settleFailure } from './settlement.ts';

const receipt: Receipt = {
  consumer: 'diglot.parser',
  eventId: '6f1c8a52-7d0e-5b4e-9c33-0d1b7e3a4f60',
  status: 'retrying',
  attempt: 2,
  redrives: 1,
  epoch: 4,
  topic: 'arxiv.digest.discovered.v1',
  partition: 3,
  offset: '17',
  key: 'lab\na.md',
  headers: { ce_id: 'x', traceparent: 'y' },
  payload: Buffer.from([0xff, 0x00, 0xfe]),
  firstSeen: new Date('2025-03-04T06:00:00Z'),
};
const context = { now: new Date('2025-03-04T07:00:00Z'), random: 0.5, serviceVersion: '0.1.0' };

describe('settleFailure', () => {
  it('makes a dead letter with the bytes and headers untouched, and why', () => {
    const error = new DiglotError('DIGLOT_DIGEST_ENCODING', 'byte 7', { place: { file: 'a.md', line: 2 } });
    const { settlement, deadLetter, isBug } = settleFailure(receipt, error, context);
    expect(settlement).toMatchObject({ status: 'dead', attempt: 2, nextAt: null, errorCode: 'DIGLOT_DIGEST_ENCODING' });
    expect(isBug).toBe(false);
    expect(deadLetter).toEqual({
      eventId: deadLetterEventId(receipt.consumer, receipt.eventId, 1),
      topic: 'arxiv.digest.discovered.v1.dlq',
      key: receipt.key,
      payload: receipt.payload,
      headers: {
        ce_id: 'x',
        traceparent: 'y',
        'dlq-consumer': 'diglot.parser',
        'dlq-topic': 'arxiv.digest.discovered.v1',
        'dlq-partition': '3',
        'dlq-offset': '17',
        'dlq-attempts': '2',
        'dlq-first-seen': '2025-03-04T06:00:00.000Z',
        'dlq-error-code': 'DIGLOT_DIGEST_ENCODING',
        'dlq-error-class': 'Invalid',
        'dlq-error-message': 'DIGLOT_DIGEST_ENCODING: a.md:2: byte 7',
        'dlq-service-version': '0.1.0',
      },
    });
  });

  it('keeps a header message below a kilobyte', () => {
    const { deadLetter } = settleFailure(receipt, new DiglotError('DIGLOT_EVENT_SCHEMA', '界'.repeat(5000)), context);
    expect(Buffer.byteLength(deadLetter?.headers['dlq-error-message'] ?? '')).toBeLessThanOrEqual(1024);
  });

  it('keeps everything that a retry needs', () => {
    const { settlement, deadLetter } = settleFailure(receipt, new DiglotError('DIGLOT_TIMEOUT', 'slow'), context);
    expect(deadLetter).toBeNull();
    expect(settlement).toMatchObject({ status: 'retrying', attempt: 2, epochs: 0, payload: receipt.payload });
    expect(settlement.nextAt).toEqual(new Date('2025-03-04T07:00:15Z'));
  });

  it('gives an attempt that does not count back, with an epoch so that its alarm is a new one', () => {
    const { settlement } = settleFailure(receipt, new DiglotError('DIGLOT_THROTTLED', 'wait'), context);
    expect(settlement).toMatchObject({ status: 'retrying', attempt: 1, epochs: 1 });
  });

  it('keeps the stack of a bug', () => {
    const cause = new RangeError('nobody thought of it');
    const { settlement, isBug } = settleFailure(
      receipt,
      new DiglotError('DIGLOT_BUG', cause.message, { cause }),
      context,
    );
    expect(settlement.errorDetail).toContain('settlement.spec.ts');
    expect(isBug).toBe(true);
  });

  it('forgets the error of what is stale', () => {
    const { settlement } = settleFailure(receipt, new DiglotError('DIGLOT_STALE_REVISION', 'older'), context);
    expect(settlement).toMatchObject({ status: 'done', errorCode: null, errorDetail: null });
  });
});
