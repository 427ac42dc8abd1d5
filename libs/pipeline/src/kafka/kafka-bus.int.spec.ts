import { kafkaCanBeHad } from '@diglot/testing';
import { busContract } from '../testing/bus.contract.ts';
import { kafkaBusFixture } from '../testing/kafka-bus.fixture.ts';

const withKafka = (await kafkaCanBeHad()) ? describe : describe.skip;

withKafka('with Kafka', () => {
  busContract('Kafka', kafkaBusFixture);
});
