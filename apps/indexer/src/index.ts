import { IndexerCreateTables1700000000401 } from './migrations/0001-indexer.migration.ts';
import { IndexerAddSearch1700000000402 } from './migrations/0002-search.migration.ts';
import { IndexerKeepsReadModels1700000000403 } from './migrations/0003-read-models.migration.ts';
import { IndexerAddFacets1700000000404 } from './migrations/0004-search-facets.migration.ts';
import { IndexerQueuesReviews1700000000405 } from './migrations/0005-review-queue.migration.ts';
import { IndexerKeepsWebhooks1700000000406 } from './migrations/0006-webhooks.migration.ts';
import { IndexerShowsWebhooks1700000000407 } from './migrations/0007-shown-webhooks.migration.ts';

export { IndexerModule } from './indexer.module.ts';
export { indexerReaders } from './indexer.readers.ts';
export { toDocument } from './paper-state.decision.ts';
export { paperStateLoader } from './paper-state.loader.ts';
export { webhookReader, type Webhook } from './webhooks/webhook.ts';
export { WebhooksModule, type WebhookSettings } from './webhooks/webhooks.module.ts';

/** The migrations of the schema `indexer`. */
export const indexerMigrations = [
  IndexerCreateTables1700000000401,
  IndexerAddSearch1700000000402,
  IndexerKeepsReadModels1700000000403,
  IndexerAddFacets1700000000404,
  IndexerQueuesReviews1700000000405,
  IndexerKeepsWebhooks1700000000406,
  IndexerShowsWebhooks1700000000407,
];
