import { chmod, link, lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TOPICS } from '@diglot/contracts';
import { temporaryFolder, type TestDatabase } from '@diglot/testing';
import { watcherDatabase, WatchedFolder, withoutRights } from '../watched-folder.fixture.ts';
import { toFileStat } from '../scanning/file-stat.ts';
import type { SourcePolicy } from '../sources/source-definition.ts';
import { putAway } from './put-away.ts';

let database: TestDatabase;
let folder: WatchedFolder;

beforeEach(async () => void (database = await watcherDatabase()));
afterEach(async () => {
  await folder.remove();
  await database.drop();
});

async function open(policy: SourcePolicy): Promise<void> {
  folder = await WatchedFolder.create(database.database, { policy });
}

/** Lets a reader pass everything that is in the outbox, or stand at its beginning. */
async function readAs(reader: string, place: 'end' | 'beginning'): Promise<void> {
  await database.database.run(
    `INSERT INTO pipeline.cursor (reader, topic, txid, id)
     SELECT $1, $2, coalesce(max(txid), '0'), coalesce(max(id), 0) FROM pipeline.outbox WHERE $3
     ON CONFLICT (reader, topic) DO UPDATE SET txid = excluded.txid, id = excluded.id`,
    [reader, TOPICS.digestDiscovered, place === 'end'],
  );
}

const files = async (path = ''): Promise<string[]> => (await readdir(folder.path(path))).toSorted();

test('nothing is touched before someone reads, and everyone who reads has passed it', async () => {
  await open('delete');
  await folder.write('a.md', 'A');
  await folder.settle();
  await folder.settle();
  expect(await files()).toEqual(['a.md']);
  await readAs('diglot.parser', 'end');
  await readAs('another', 'beginning');
  await folder.settle();
  expect(await files()).toEqual(['a.md']);
  await readAs('another', 'end');
  await folder.round();
  expect(await files()).toEqual(['.diglot-done']);
  expect(await files('.diglot-done')).toEqual([]);
});

test('an announcement that retention has removed was passed by everyone', async () => {
  await open('delete');
  await folder.write('a.md', 'A');
  await folder.settle();
  await readAs('diglot.parser', 'beginning');
  await folder.round();
  expect(await files()).toEqual(['a.md']);
  await database.database.run('DELETE FROM pipeline.outbox');
  await folder.round();
  expect(await files()).toEqual(['.diglot-done']);
});

describe('a consumer must have settled the announcement', () => {
  const receipt = async (status: 'done' | 'retrying' | 'dead'): Promise<void> => {
    await database.database.run(
      `INSERT INTO pipeline.inbox (consumer, event_id, status, topic, partition, "offset", key, payload_sha256)
       SELECT 'diglot.parser', event_id, $1, topic, 0, '0', key, '' FROM pipeline.outbox
       ON CONFLICT (consumer, event_id) DO UPDATE SET status = excluded.status`,
      [status],
    );
  };

  beforeEach(async () => {
    folder = await WatchedFolder.create(database.database, { policy: 'delete' }, { settledBy: ['diglot.parser'] });
    await folder.write('a.md', 'A');
    await folder.settle();
    // As the relay of the Kafka profile would be: it has sent everything, and nobody need have read it.
    await readAs('relay', 'end');
  });

  test('what was sent and not read is kept, and so is what is tried again or is a dead letter', async () => {
    await folder.round();
    expect(await files()).toEqual(['a.md']);
    for (const status of ['retrying', 'dead'] as const) {
      await receipt(status);
      await folder.round();
      expect(await files()).toEqual(['a.md']);
    }
    await receipt('done');
    await folder.round();
    expect(await files()).toEqual(['.diglot-done']);
  });

  test('of what retention has removed everywhere, everything was done', async () => {
    await database.database.run('DELETE FROM pipeline.outbox');
    await folder.round();
    expect(await files()).toEqual(['.diglot-done']);
  });

  test('a receipt of an earlier revision says nothing', async () => {
    await receipt('done');
    await folder.write('a.md', 'B, which is longer');
    await folder.settle();
    await readAs('relay', 'end');
    await folder.round();
    expect(await files()).toEqual(['a.md']);
  });
});

describe('a place for moved files', () => {
  test.each(['done/here', null])('may lie anywhere (%s); below the root it is not watched', async (below) => {
    const outer = await temporaryFolder('moved');
    folder = await WatchedFolder.create(database.database);
    const moveTo = below === null ? join(outer.path, 'taken') : folder.path(below);
    await folder.write('4-Mar-2025/a.md', 'A');
    await folder.restart({ policy: 'move', moveTo });
    await folder.settle();
    await readAs('diglot.parser', 'end');
    await folder.round();
    expect(await readFile(join(moveTo, '4-Mar-2025/a.md'), 'utf8')).toBe('A');
    await folder.settle();
    expect(await folder.live()).toEqual(['4-Mar-2025/a.md']);
    expect(await folder.announced()).toHaveLength(1);
    await outer.remove();
  });

  test('that cannot be written to leaves the file where it was, as a problem', async () => {
    folder = await WatchedFolder.create(database.database);
    await folder.write('a.md', 'A');
    await folder.restart({ policy: 'move', moveTo: folder.path('done') });
    // Not before: a place that is a file at the start is refused there.
    await folder.write('done', 'no folder');
    await folder.settle();
    await readAs('diglot.parser', 'end');
    await folder.round();
    expect(await folder.problems()).toEqual({ 'a.md': 'DIGLOT_CLEAN_UP_FAILED' });
    expect(await folder.read('a.md')).toBe('A');
  });
});

test('a file that is put away stays a live placement', async () => {
  await open('move');
  await folder.write('4-Mar-2025/a.md', 'A');
  await folder.settle();
  await readAs('diglot.parser', 'end');
  await folder.round();
  expect(await files('4-Mar-2025')).toEqual([]);
  expect(await folder.read('.diglot-done/4-Mar-2025/a.md')).toBe('A');
  await folder.settle();
  await folder.restart();
  await folder.settle();
  expect(await folder.live()).toEqual(['4-Mar-2025/a.md']);
  expect(await folder.announced()).toHaveLength(1);
});

test('what is put away never replaces what was put away before', async () => {
  await open('move');
  await readAs('diglot.parser', 'end');
  for (const content of ['A', 'B', 'C']) {
    await folder.write('a.md', content);
    await folder.settle();
    await readAs('diglot.parser', 'end');
    await folder.round();
  }
  expect(await files('.diglot-done')).toEqual(['a-2.md', 'a-3.md', 'a.md']);
  expect(await folder.read('.diglot-done/a-3.md')).toBe('C');
  expect((await folder.announced()).map(({ revision }) => revision)).toEqual([1, 2, 3]);
});

test('the same content dropped again is no revision, and put away again', async () => {
  await open('delete');
  await folder.write('a.md', 'A');
  await folder.settle();
  await readAs('diglot.parser', 'end');
  await folder.round();
  await folder.write('a.md', 'A');
  await folder.settle();
  await folder.round();
  expect(await files()).toEqual(['.diglot-done']);
  expect(await folder.announced()).toHaveLength(1);
});

test('a file that was just written is put away only once nothing can have changed unnoticed', async () => {
  await open('delete');
  await readAs('diglot.parser', 'end');
  await folder.write('a.md', 'A', { fresh: true });
  await folder.settle();
  await readAs('diglot.parser', 'end');
  await folder.round();
  expect(await files()).toEqual(['a.md']);
  folder.clock.advance(2000);
  await folder.round();
  await folder.round();
  expect(await files()).toEqual(['.diglot-done']);
});

test('what a kill left undone is done by the next scan, of a new process too', async () => {
  await open('move');
  await folder.write('a.md', 'A');
  await folder.settle();
  await readAs('diglot.parser', 'end');
  // The state between the commit and the move.
  await database.database.run('UPDATE watcher.placements SET cleaned_at = now()');
  await folder.restart();
  await folder.round();
  expect(await files()).toEqual(['.diglot-done']);
  expect(await folder.read('.diglot-done/a.md')).toBe('A');
});

test('a source that keeps its files from now on takes back what was given over, and sees its deletion', async () => {
  await open('keep');
  await folder.write('a.md', 'A');
  await folder.settle();
  await database.database.run('UPDATE watcher.placements SET cleaned_at = now()');
  await folder.restart();
  await folder.settle();
  await folder.restart();
  await folder.delete('a.md');
  await folder.settle();
  expect((await folder.announced()).map(({ revision }) => revision)).toEqual([1, 2]);
});

test('links stay', async () => {
  await open('delete');
  await folder.write('sub/a.md', 'A');
  await symlink('sub/a.md', folder.path('link.md'));
  await folder.settle();
  await readAs('diglot.parser', 'end');
  await folder.round();
  expect(await files()).toEqual(['.diglot-done', 'link.md', 'sub']);
  expect(await files('sub')).toEqual([]);
});

test('hard links are put away one after the other', async () => {
  await open('delete');
  await folder.write('a.md', 'A');
  await link(folder.path('a.md'), folder.path('b.md'));
  await folder.settle();
  await readAs('diglot.parser', 'end');
  for (let round = 0; round < 3; round += 1) await folder.settle();
  expect(await files()).toEqual(['.diglot-done']);
  expect(await folder.live()).toEqual(['a.md', 'b.md']);
});

test('a folder that may not be written to is a problem; the file is tried again', async () => {
  await open('move');
  await folder.write('closed/a.md', 'A');
  await folder.settle();
  await readAs('diglot.parser', 'end');
  await mkdir(folder.path('.diglot-done/closed'), { recursive: true });
  await chmod(folder.path('.diglot-done/closed'), 0o777);
  await chmod(folder.path('closed'), 0o555);
  await withoutRights(() => folder.round());
  expect(await folder.problems()).toEqual({ 'closed/a.md': 'DIGLOT_CLEAN_UP_FAILED' });
  expect(await files('closed')).toEqual(['a.md']);
  await chmod(folder.path('closed'), 0o755);
  await folder.round();
  expect(await folder.problems()).toEqual({});
  expect(await files('closed')).toEqual([]);
});

describe('putAway', () => {
  const statOf = async (path: string) => toFileStat(await lstat(folder.path(path), { bigint: true }));

  test('gives back a file that was put in the place of the stored one at the last moment', async () => {
    await open('delete');
    await folder.write('a.md', 'A');
    const stored = await statOf('a.md');
    await folder.write('a.md', 'a newer one');
    expect(await putAway(folder.root, 'a.md', stored, { policy: 'delete' })).toBe('changed');
    expect(await folder.read('a.md')).toBe('a newer one');
    expect(await files('.diglot-done')).toEqual([]);
  });

  test('has nothing to do where somebody else has removed the file', async () => {
    await open('delete');
    await folder.write('a.md', 'A');
    const stored = await statOf('a.md');
    await folder.delete('a.md');
    expect(await putAway(folder.root, 'a.md', stored, { policy: 'move', to: null })).toBe('gone');
  });

  test('follows no link out of the root', async () => {
    await open('move');
    await mkdir(folder.path('elsewhere'));
    await symlink('elsewhere', folder.path('.diglot-done'));
    await writeFile(folder.path('a.md'), 'A');
    await expect(putAway(folder.root, 'a.md', await statOf('a.md'), { policy: 'move', to: null })).rejects.toThrow(
      'is a link',
    );
    expect(await folder.read('a.md')).toBe('A');
    expect(await files('elsewhere')).toEqual([]);
  });
});
