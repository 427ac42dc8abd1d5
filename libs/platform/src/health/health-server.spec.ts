import { Health } from './health.ts';
import { HealthServer } from './health-server.ts';

const metrics = async () => ({ contentType: 'text/plain', text: 'up 1\n' });
const start = async (health: Health, measure = metrics) => {
  const server = new HealthServer({ health, host: '127.0.0.1', port: 0, metrics: measure });
  const address = await server.listen();
  const ask = async (path: string, method = 'GET'): Promise<[number, string]> => {
    const response = await fetch(`${address}${path}`, { method });
    return [response.status, await response.text()];
  };
  return { server, address, ask };
};

test('it says how the process is, and why', async () => {
  let reason: string | null = null;
  const { server, ask } = await start(new Health().add('ready', 'group', () => reason));
  expect(await ask('/livez')).toEqual([200, '{"live":true,"reasons":[]}']);
  expect(await ask('/readyz')).toEqual([200, '{"ready":true,"reasons":[]}']);
  reason = 'not joined';
  expect(await ask('/readyz')).toEqual([503, '{"ready":false,"reasons":["group: not joined"]}']);
  expect((await ask('/livez'))[0]).toBe(200);
  expect(await ask('/metrics')).toEqual([200, 'up 1\n']);
  expect((await ask('/'))[0]).toBe(404);
  expect((await ask('/livez', 'POST'))[0]).toBe(405);
  await server.close();
});

test('metrics that cannot be had do not end the process', async () => {
  const { server, ask } = await start(new Health(), async () => {
    throw new Error('no');
  });
  expect(await ask('/metrics')).toEqual([503, '{"error":"no"}']);
  expect((await ask('/livez'))[0]).toBe(200);
  await server.close();
});

test('a port that is in use is refused', async () => {
  const { server, address } = await start(new Health());
  const other = new HealthServer({
    health: new Health(),
    host: '127.0.0.1',
    port: Number(new URL(address).port),
    metrics,
  });
  await expect(other.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await server.close();
});
