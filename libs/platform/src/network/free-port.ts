import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nobody listens on at this moment; somebody may before it is used, so be ready to ask again. */
export async function findFreePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
