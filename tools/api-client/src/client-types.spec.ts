import { readFileSync } from 'node:fs';
import { CLIENT_LIMITS, clientLimits } from './client-limits.ts';
import { CLIENT_TYPES, clientTypes } from './client-types.ts';

test('the web app knows the api as it is: else run `npm run client`', async () => {
  expect(readFileSync(CLIENT_TYPES, 'utf8')).toBe(await clientTypes());
});

test('fields of the web app take as much as the api does: else run `npm run client`', () => {
  expect(readFileSync(CLIENT_LIMITS, 'utf8')).toBe(clientLimits());
});
