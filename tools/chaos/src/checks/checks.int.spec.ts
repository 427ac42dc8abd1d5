import { randomUUID } from 'node:crypto';
import { TOPICS } from '@diglot/contracts';
import { sha256 } from '@diglot/domain';
import { appendToOutbox, pipelineMigrations } from '@diglot/pipeline';
import { testDatabase, type TestDatabase } from '@diglot/testing';
import { auditSettlements } from './audit-settlements.statement.ts';
import { notSettledOnce } from './not-settled-once.statement.ts';
import { uncommittedFiles } from './uncommitted-files.statement.ts';

let shared: TestDatabase;

/** The watcher's part is only what the check reads of it: the columns of its view. */
beforeAll(async () => {
  shared = await testDatabase({ migrations: pipelineMigrations });
  await shared.database.run('CREATE SCHEMA watcher');
  await shared.database.run('CREATE TABLE watcher.digest_view (sha256 bytea, bytes bytea)');
  await auditSettlements(shared.database);
});
afterAll(() => shared.drop());

const RECEIPT = `
  INSERT INTO pipeline.inbox (consumer, event_id, status, topic, partition, "offset", key, headers, payload_sha256)
  VALUES ('diglot.parser', $1, $2, $3, 0, '0', 'key', '{}', '\\x00')`;

async function receipt(status: 'done' | 'retrying', eventId: string = randomUUID()): Promise<string> {
  await shared.database.run(RECEIPT, [eventId, status, TOPICS.digestDiscovered]);
  return eventId;
}

describe('I3: an event is moved to done by one transaction', () => {
  const settle = `UPDATE pipeline.inbox SET status = 'done' WHERE event_id = $1`;

  it('at once, or after a retry; several times within one transaction is once', async () => {
    await receipt('done');
    const later = await receipt('retrying');
    await shared.database.transaction(async (tx) => {
      await tx.run(settle, [later]);
      await tx.run(settle, [later]);
    });
    expect(await notSettledOnce(shared.database)).toBe(0);
  });

  it('what a transaction takes back does not count', async () => {
    const id = randomUUID();
    await shared.database.transaction(async (tx) => {
      await tx.run(RECEIPT, [id, 'done', TOPICS.digestDiscovered]);
      await tx.run(`UPDATE pipeline.inbox SET status = 'retrying' WHERE event_id = $1`, [id]);
    });
    await shared.database.run(settle, [id]);
    expect(await notSettledOnce(shared.database)).toBe(0);
  });

  it('finds one that a second transaction settles again, as without the fencing token', async () => {
    const id = await receipt('retrying');
    await shared.database.run(settle, [id]);
    await shared.database.run(settle, [id]);
    expect(await notSettledOnce(shared.database)).toBe(1);
    await shared.database.run('DELETE FROM chaos.settlements WHERE event_id = $1', [id]);
    expect(await notSettledOnce(shared.database)).toBe(1);
  });
});

describe('I9: what is moved away is committed and settled', () => {
  async function commit(text: string, { bytes = text, status = 'done' }: { bytes?: string; status?: string } = {}) {
    const hash = sha256(text);
    const eventId = randomUUID();
    await shared.database.run('INSERT INTO watcher.digest_view VALUES ($1, $2)', [
      Buffer.from(hash, 'hex'),
      Buffer.from(bytes),
    ]);
    const payload = Buffer.from(JSON.stringify({ sha256: hash }));
    const announcement = { eventId, topic: TOPICS.digestDiscovered, key: 'key', headers: {}, payload };
    await shared.database.transaction((tx) => appendToOutbox(tx, [announcement]));
    if (status !== 'none') await receipt(status === 'done' ? 'done' : 'retrying', eventId);
    return hash;
  }

  it('is so for nothing, and for what is', async () => {
    expect(await uncommittedFiles(shared.database, [])).toBe(0);
    expect(await uncommittedFiles(shared.database, [await commit('a'), await commit('b')])).toBe(0);
  });

  it('finds bytes that are not there, or other ones under their name', async () => {
    expect(await uncommittedFiles(shared.database, [sha256('never seen'), await commit('c', { bytes: 'C' })])).toBe(2);
  });

  it('finds what nobody has parsed yet', async () => {
    const hashes = [await commit('d', { status: 'none' }), await commit('e', { status: 'retrying' })];
    expect(await uncommittedFiles(shared.database, hashes)).toBe(2);
  });
});
