export { type Fault, TcpFaultProxy } from './network/tcp-fault-proxy.ts';
export { FAST_SETTINGS, type OwnPostgres, ownPostgres } from './postgres/own-postgres.ts';
export { type TestDatabase, testDatabase, type TestDatabaseOptions } from './postgres/test-database.ts';
export { testPostgres } from './postgres/test-postgres.ts';
export { leaveOut } from './processes/leave-out.ts';
export { type Exit, type SpawnedNode, spawnNode, type SpawnNodeOptions } from './processes/spawn-node.ts';
export { type TemporaryFolder, temporaryFolder } from './processes/temporary-folder.ts';
export { waitFor, type WaitOptions } from './wait-for.ts';
