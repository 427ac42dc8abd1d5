import type { ExecutionContext } from '@nestjs/common';
import { temporaryFolder } from '@diglot/testing';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandGuard } from './command.guard.ts';
import { CommandToken } from './command-token.ts';
import { UploadGuard } from './upload.guard.ts';

test('who holds the token is not counted; whoever else comes, is', async () => {
  const folder = await temporaryFolder('token');
  const token = await CommandToken.ofFile(join(folder.path, 'token'));
  const secret = (await readFile(join(folder.path, 'token'), 'utf8')).trim();
  let counted = 0;
  const others = { canActivate: async () => (counted += 1) < 0 } as unknown as CommandGuard;
  const guard = new UploadGuard(token, others);
  const ask = (authorization?: string) => {
    const request = { headers: { authorization } };
    return guard.canActivate({ switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext);
  };
  expect(await ask(`Bearer ${secret}`)).toBe(true);
  expect(await ask(`bearer  ${secret} `)).toBe(true);
  expect(counted).toBe(0);
  for (const wrong of [undefined, '', 'Bearer', `Basic ${secret}`, `Bearer ${secret}x`]) {
    expect(await ask(wrong)).toBe(false);
  }
  expect(counted).toBe(5);
  await folder.remove();
});
