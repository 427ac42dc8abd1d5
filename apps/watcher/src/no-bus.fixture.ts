import type { Bus } from '@diglot/pipeline';

/** A log that nobody reads; the outbox is looked at directly. */
export const NO_BUS: Bus = {
  subscribe: () => Promise.reject(new Error('nobody reads here')),
  wake: () => undefined,
  rewind: () => Promise.resolve(),
  lag: () => Promise.resolve(0),
  close: () => Promise.resolve(),
};
