/** Settings of the server, as `postgresql.conf` names them. */
export type ServerSettings = Readonly<Record<string, string>>;

/** For one machine and one person: durable, small, reachable from this machine only. */
export const SERVER_SETTINGS: ServerSettings = {
  listen_addresses: '127.0.0.1',
  // No socket file: a folder for it that both users can write is hard to find, and it would let in who can't read the password.
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  // Nobody follows this server, so its log needs to hold no more than recovery does.
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Compiling a query costs more than all that ours do.
  jit: 'off',
  // Ends the statements of clients that are gone.
  client_connection_check_interval: '10s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Statements hold the data of digests; the log shall not.
  log_min_error_statement: 'panic',
};

/** The arguments of `postgres`. The cluster comes first: other processes are told apart by it. */
export function serverArguments(cluster: string, port: number, settings: ServerSettings): string[] {
  const all = { ...SERVER_SETTINGS, ...settings, port: String(port) };
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
