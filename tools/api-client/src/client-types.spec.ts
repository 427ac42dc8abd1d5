import { readFileSync } from 'node:fs';
import { CLIENT_TYPES, clientTypes } from './client-types.ts';

test('the web app knows the api as it is: else run `npm run client`', async () => {
  expect(readFileSync(CLIENT_TYPES, 'utf8')).toBe(await clientTypes());
});
