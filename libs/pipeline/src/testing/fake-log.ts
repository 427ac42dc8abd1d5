import { DiglotError, type ErrorCode } from '@diglot/domain';
import type { OutgoingRecord, PartitionReply, RelaySender } from '../relay/relay-sender.port.ts';

/** A log in memory that obeys a test: for what a real one does once in a thousand times. */
export class FakeLog {
  /** By partition, what readers may see. */
  readonly partitions: OutgoingRecord[][];
  /** Of every send, its partition. */
  readonly sends: number[] = [];
  terms = 0;
  /** Told of every send before it counts; what it throws is what the send comes to, what it gives is the reply. */
  onSend: (partition: number, records: readonly OutgoingRecord[]) => readonly PartitionReply[] | void = () => {};
  onBegin: () => void = () => {};

  constructor(partitions = 2) {
    this.partitions = Array.from({ length: partitions }, () => []);
  }

  /** All that readers may see, by key. */
  get keys(): readonly string[] {
    return this.partitions.flat().map(({ key }) => key);
  }

  readonly open = async (): Promise<RelaySender> => {
    this.terms += 1;
    return {
      partitionOf: ({ key }) => key.charCodeAt(0) % this.partitions.length,
      begin: async () => {
        this.onBegin();
        const sent: (readonly [number, OutgoingRecord])[] = [];
        return {
          send: async (partition, records) => {
            this.sends.push(partition);
            const faked = this.onSend(partition, records);
            if (faked) return faked;
            sent.push(...records.map((record) => [partition, record] as const));
            return [{ partition, errorCode: 0 }];
          },
          commit: async () => {
            for (const [partition, record] of sent) this.partitions[partition]?.push(record);
          },
          abort: async () => {},
        };
      },
      close: async () => {},
    };
  };

  /** Makes the next send fail. */
  failOnce(code: ErrorCode): void {
    this.onSend = () => {
      this.onSend = () => {};
      throw new DiglotError(code, 'as the test wants it');
    };
  }
}
