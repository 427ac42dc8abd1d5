import { type Kafka, QUICK_START, startKafka, type StartKafkaOptions } from '@diglot/servers';
import { removing, temporaryFolder } from '../processes/temporary-folder.ts';

export interface OwnKafka {
  readonly kafka: Kafka;
  /** Ends the brokers and removes their data. */
  readonly remove: () => Promise<void>;
}

/** A Kafka for a test that kills its brokers; share {@link testKafka} otherwise. */
export async function ownKafka(options: Omit<StartKafkaOptions, 'folder'> = {}): Promise<OwnKafka> {
  const folder = await temporaryFolder('kafka');
  const starting = startKafka({ jvmFlags: QUICK_START, ...options, folder: folder.path });
  const kafka = await starting.catch(removing(folder));
  const remove = async (): Promise<void> => {
    await kafka.stop();
    await folder.remove();
  };
  return { kafka, remove };
}
