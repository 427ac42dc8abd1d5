import { TOPICS } from '@diglot/contracts';
import { openKafka, type Bus } from '@diglot/pipeline';
import { silentLogger } from '@diglot/platform';
import { waitFor } from '@diglot/testing';

const PATIENCE_MILLISECONDS = 180_000;
/** Each look is a few requests. */
const LOOK_MILLISECONDS = 500;

const TRANSLATOR = { consumer: 'diglot.translator', topic: TOPICS.paperParsed } as const;

/** Puts the translator, which must not run, back to the beginning of its topic, as when Kafka has forgotten where it was. */
export async function forgetOffsets(bootstrap: string): Promise<void> {
  await withBus(bootstrap, (bus) => bus.rewind(TRANSLATOR));
}

/** Waits until the translator has read its whole topic again: else the next run would strike it among old events. */
export async function untilReadAgain(bootstrap: string): Promise<void> {
  await withBus(bootstrap, (bus) =>
    waitFor(async () => (await bus.lag(TRANSLATOR)) === 0, {
      timeout: PATIENCE_MILLISECONDS,
      interval: LOOK_MILLISECONDS,
      what: 'the translator has read its topic again',
    }),
  );
}

async function withBus(bootstrap: string, work: (bus: Bus) => Promise<unknown>): Promise<void> {
  const log = openKafka({
    brokers: bootstrap.split(','),
    ssl: false,
    sasl: null,
    clientId: 'chaos',
    logger: silentLogger,
    onFatal: () => {},
  });
  try {
    await work(log.bus);
  } finally {
    await log.close();
  }
}
