import { TcpFaultProxy, type TestDatabase, testDatabase, waitFor } from '@diglot/testing';
import { isConnectionLost } from './connection-lost.ts';
import { type Database, inTransaction, openDatabase, type Sql, type Transaction } from './database.ts';

let test_: TestDatabase;
let database: Database;

beforeAll(async () => {
  test_ = await testDatabase({ poolSize: 4 });
  database = test_.database;
  await database.run('CREATE TABLE things (id int PRIMARY KEY, name text)');
});
afterAll(async () => await test_.drop());
beforeEach(async () => void (await database.run('TRUNCATE things')));

const names = async (): Promise<string[]> =>
  (await database.rows<{ name: string }>('SELECT name FROM things ORDER BY id')).map(({ name }) => name);

describe('statements', () => {
  test('rows come back from INSERT, UPDATE and DELETE … RETURNING as from SELECT', async () => {
    const add = "INSERT INTO things VALUES (1, 'a'), (2, 'b') RETURNING id";
    expect(await database.rows(add)).toEqual([{ id: 1 }, { id: 2 }]);
    const change = "UPDATE things SET name = 'c' WHERE id = $1 RETURNING name";
    expect(await database.rows(change, [2])).toEqual([{ name: 'c' }]);
    expect(await database.rows('DELETE FROM things WHERE id = 1 RETURNING *')).toEqual([{ id: 1, name: 'a' }]);
  });

  test('run says how many rows it touched', async () => {
    expect(await database.run("INSERT INTO things VALUES (1, 'a'), (2, 'b')")).toBe(2);
    expect(await database.run('UPDATE things SET name = name WHERE id > 5')).toBe(0);
    expect(await database.run('SET timezone = UTC')).toBe(0);
  });

  test('an error carries its SQLSTATE', async () => {
    await expect(database.run('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
  });

  test('sessions have the three timeouts and READ COMMITTED', async () => {
    const limits = { statementTimeout: 1_000, lockTimeout: 2_000, idleInTransactionTimeout: 3_000 };
    const limited = await openDatabase({ url: test_.url, applicationName: 'limits', ...limits });
    const sql = 'SELECT name, setting FROM pg_settings WHERE name = ANY ($1) ORDER BY name';
    const wanted = {
      application_name: 'limits',
      default_transaction_isolation: 'read committed',
      idle_in_transaction_session_timeout: '3000',
      lock_timeout: '2000',
      statement_timeout: '1000',
    };
    const rows = await limited.rows<{ name: string; setting: string }>(sql, [Object.keys(wanted)]);
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual(wanted);
    await limited.close();
  });
});

describe('transactions', () => {
  test('what the work did is committed together, and its result handed on', async () => {
    const result = await database.transaction(async (transaction) => {
      await transaction.run("INSERT INTO things VALUES (1, 'a')");
      expect(await names()).toEqual([]);
      return await transaction.rows('SELECT name FROM things');
    });
    expect(result).toEqual([{ name: 'a' }]);
    expect(await names()).toEqual(['a']);
  });

  test('a throw rolls back and comes through unchanged', async () => {
    const mine = new Error('mine');
    const work = inTransaction(database.dataSource, async (transaction) => {
      await transaction.run("INSERT INTO things VALUES (1, 'a')");
      throw mine;
    });
    await expect(work).rejects.toBe(mine);
    expect(await names()).toEqual([]);
  });

  test('a failed statement rolls back, and its error comes through, not that of the statements after it', async () => {
    const work = database.transaction(async (transaction) => {
      await transaction.run("INSERT INTO things VALUES (1, 'a')");
      await transaction.run("INSERT INTO things VALUES (1, 'b')");
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await names()).toEqual([]);
  });

  test('what TypeORM saves inside joins the transaction', async () => {
    await expect(
      database.transaction(async ({ manager }) => {
        await manager.transaction(async (inner) => void (await inner.query("INSERT INTO things VALUES (1, 'a')")));
        throw new Error('after');
      }),
    ).rejects.toThrow('after');
    expect(await names()).toEqual([]);
  });

  test('a connection that dies between two statements is Unavailable', async () => {
    const work = database.transaction(async (transaction) => {
      await die(transaction);
      await transaction.run("INSERT INTO things VALUES (2, 'b')");
    });
    await expect(work).rejects.toMatchObject({ code: 'DIGLOT_POSTGRES_UNAVAILABLE', class: 'Unavailable' });
    expect(await names()).toEqual([]);
  });

  test('an error of the work comes through when the connection is gone and nothing can be rolled back', async () => {
    const mine = new Error('mine');
    const work = database.transaction(async (transaction) => {
      await die(transaction);
      throw mine;
    });
    await expect(work).rejects.toBe(mine);
  });

  test('broken connections do not use up the pool', async () => {
    const small = await openDatabase({ url: test_.url, applicationName: 'small', poolSize: 1 });
    for (let round = 0; round < 3; round += 1) {
      expect(isConnectionLost(await errorOf(small.transaction(die)))).toBe(true);
      const work = small.transaction(async (transaction) => {
        await die(transaction);
        throw new Error('mine');
      });
      await expect(work).rejects.toThrow('mine');
    }
    expect(await small.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await small.close();
  });
});

describe('connections that go away', () => {
  test('an idle one does no harm: its loss is told, and the next statement gets another', async () => {
    const losses: Error[] = [];
    const onIdleConnectionLost = (error: Error): void => void losses.push(error);
    const idle = await openDatabase({ url: test_.url, applicationName: 'idle', poolSize: 1, onIdleConnectionLost });
    await terminate(await pidOf(idle));
    await waitFor(() => losses.length > 0, { what: 'the report of the loss' });
    expect(losses.every(isConnectionLost)).toBe(true);
    expect(await idle.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await idle.close();
  });

  test('a session tells when it is lost, and refuses from then on', async () => {
    const session = await database.session();
    await session.run('SELECT pg_advisory_lock(42)');
    const lost = new Promise((resolve) => session.lost.addEventListener('abort', resolve));
    await terminate(await pidOf(session));
    await lost;
    await expect(session.run('SELECT 1')).rejects.toMatchObject({ code: 'DIGLOT_POSTGRES_UNAVAILABLE' });
    await session.release();
    // The server says goodbye before it lets go of the lock.
    const free = async (): Promise<boolean | undefined> =>
      (await database.rows<{ free: boolean }>('SELECT pg_try_advisory_xact_lock(42) AS free'))[0]?.free;
    expect(await waitFor(free, { what: 'the end of the lock' })).toBe(true);
  });

  test('a session that is released gives up its locks', async () => {
    // Another session, not one more turn of the same connection, which could take its own lock again.
    const [session, other] = [await database.session(), await database.session()];
    const ask = 'SELECT pg_try_advisory_xact_lock(43) AS free';
    await session.run('SELECT pg_advisory_lock(43)');
    expect(await other.rows(ask)).toEqual([{ free: false }]);
    await session.release();
    expect(await other.rows(ask)).toEqual([{ free: true }]);
    await other.release();
  });

  test('a server that falls silent is given up, in a statement and in a transaction, and comes back', async () => {
    const { proxy, remote } = await throughProxy();
    await waitFor(async () => await remote.rows('SELECT 1'), { what: 'the first connection' });
    proxy.setFault('black-hole');
    await expect(remote.run('SELECT 1')).rejects.toMatchObject({ code: 'DIGLOT_POSTGRES_UNAVAILABLE' });
    proxy.setFault('none');
    const work = remote.transaction(async (transaction) => {
      await transaction.run("INSERT INTO things VALUES (1, 'a')");
      proxy.setFault('black-hole');
      await transaction.run("INSERT INTO things VALUES (2, 'b')");
    });
    await expect(work).rejects.toMatchObject({ code: 'DIGLOT_POSTGRES_UNAVAILABLE' });
    proxy.setFault('none');
    const one = async () => await remote.rows('SELECT 1 AS one');
    expect(await waitFor(one, { what: 'the next connection' })).toEqual([{ one: 1 }]);
    await remote.close();
    await proxy.close();
    await waitFor(async () => (await names()).length === 0, { what: 'the end of the abandoned transaction' });
  });

  test('an answer to COMMIT that is lost is Unavailable, though the transaction was committed', async () => {
    const { proxy, remote } = await throughProxy();
    const work = remote.transaction(async (transaction) => {
      await transaction.run("INSERT INTO things VALUES (1, 'a')");
      proxy.setFault('lose-answers');
    });
    await expect(work).rejects.toMatchObject({ code: 'DIGLOT_POSTGRES_UNAVAILABLE' });
    // The client may have given up before the server was done.
    await waitFor(async () => (await names()).length > 0, { what: 'the commit' });
    expect(await names()).toEqual(['a']);
    await remote.close();
    await proxy.close();
  });

  test('a server that is away is a lost connection, and is found again', async () => {
    const { proxy, remote } = await throughProxy();
    await proxy.refuse();
    expect(isConnectionLost(await errorOf(remote.run('SELECT 1')))).toBe(true);
    await proxy.restore();
    await waitFor(async () => await remote.rows('SELECT 1'), { what: 'the next connection' });
    await remote.close();
    await proxy.close();
  });
});

async function throughProxy(): Promise<{ proxy: TcpFaultProxy; remote: Database }> {
  const proxy = await TcpFaultProxy.start(Number(new URL(test_.url).port));
  const url = new URL(test_.url);
  url.port = String(proxy.port);
  const limits = { statementTimeout: 1_000, connectTimeout: 10_000, poolSize: 1 };
  return { proxy, remote: await openDatabase({ url: url.href, applicationName: 'remote', ...limits }) };
}

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => null,
    (error: unknown) => error,
  );
}

async function pidOf(sql: Sql): Promise<number> {
  const [row] = await sql.rows<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return row?.pid ?? 0;
}

/** Ends a connection from the side of the server, as its restart does. */
async function terminate(pid: number): Promise<void> {
  await database.rows('SELECT pg_terminate_backend($1)', [pid]);
}

/** Ends the connection of a transaction and waits until it is noticed. */
async function die(transaction: Transaction): Promise<void> {
  await terminate(await pidOf(transaction));
  const isNoticed = async (): Promise<boolean> =>
    await transaction.run('SELECT 1').then(
      () => false,
      (error: unknown) => isConnectionLost(error),
    );
  await waitFor(isNoticed, { what: 'the loss of the connection' });
}
