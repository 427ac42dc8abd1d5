import { Client, type ClientConfig } from 'pg';

/**
 * A client whose lost connection ends its queries, not the process: node-postgres emits an `error` on a client that is
 * checked out of its pool, where BullMQ listens to none, and an `error` that nobody listens to is thrown.
 */
export class SurvivingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}
