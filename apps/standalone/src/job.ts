import { classify } from '@diglot/domain';
import { loadConfig } from '@diglot/platform';
import { makeTopics } from './jobs/make-topics.ts';
import { migrateAll } from './jobs/migrate-all.ts';

/** What has to be done once before the services of the stack profile start; each may be run again, and at once. */
const JOBS = { migrate: migrateAll, topics: makeTopics } as const;

const isJob = (name: string): name is keyof typeof JOBS => Object.hasOwn(JOBS, name);

const [name = ''] = process.argv.slice(2);
try {
  if (!isJob(name)) {
    console.error(`Usage: node apps/standalone/dist/job.js ${Object.keys(JOBS).join('|')}`);
    process.exit(1);
  }
  await JOBS[name](loadConfig(), (line) => console.log(line));
  process.exit(0);
} catch (thrown) {
  const error = classify(thrown);
  console.error(error.code === 'DIGLOT_BUG' && thrown instanceof Error ? thrown.stack : error.message);
  process.exit(1);
}
