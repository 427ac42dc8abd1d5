import { createServer } from 'node:net';
import { PlatformError } from '../errors/platform-error.ts';

/** Where the page is unless somebody says otherwise. */
export const USUAL_PORT = 7373;

/**
 * Chooses the port to listen on.
 * @param wanted null: the usual one, or any free one if that is in use
 * @returns 0 for any free one
 * @throws PlatformError `DIGLOT_PORT_IN_USE`, `DIGLOT_CONFIG_INVALID` when there is no such address here
 */
export async function choosePort(wanted: number | null, host: string): Promise<number> {
  if (wanted === 0) return 0;
  const error = await tryToListen(wanted ?? USUAL_PORT, host);
  if (error === null) return wanted ?? USUAL_PORT;
  if (error.code === 'EADDRINUSE' && wanted === null) return 0;
  if (error.code === 'EADDRINUSE') throw new PlatformError('DIGLOT_PORT_IN_USE', `port ${wanted} of ${host} is in use`);
  const detail = `it cannot listen on port ${wanted ?? USUAL_PORT} of ${host}: ${error.message}`;
  throw new PlatformError('DIGLOT_CONFIG_INVALID', detail);
}

async function tryToListen(port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return await new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
