// The process that owns the Kafka of a test run.
import { host } from '../door/host.ts';
import { ownKafka } from './own-kafka.ts';

const { kafka, remove } = await ownKafka();
host({ url: kafka.bootstrap, stop: remove });
