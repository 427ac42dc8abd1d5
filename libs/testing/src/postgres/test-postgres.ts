import { knock } from '../door/knock.ts';

/**
 * The address of the PostgreSQL that this test run shares. Its role may do everything, its data are not kept safe (no fsync).
 * Most want {@link testDatabase}.
 */
export async function testPostgres(): Promise<string> {
  return await knock('POSTGRES');
}
