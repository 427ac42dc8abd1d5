import type { Bus } from '../bus/bus.port.ts';

/** For a process that neither reads nor announces; the relays of others find what it commits when they poll. */
export const NO_LOG: Bus = {
  subscribe: () => Promise.reject(new Error('this process reads nothing')),
  wake: () => {},
  rewind: () => Promise.reject(new Error('this process reads nothing')),
  lag: () => Promise.reject(new Error('this process reads nothing')),
  close: async () => {},
};
