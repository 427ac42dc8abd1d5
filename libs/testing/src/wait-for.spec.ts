import { waitFor } from './wait-for.ts';

test('gives what the condition gives once it is truthy', async () => {
  let looks = 0;
  const value = await waitFor(() => ((looks += 1) === 3 ? 'there' : null), { interval: 1 });
  expect([value, looks]).toEqual(['there', 3]);
});

test('a condition that throws is not met yet', async () => {
  let looks = 0;
  const condition = async (): Promise<number> => {
    looks += 1;
    if (looks < 3) throw new Error('not yet');
    return looks;
  };
  expect(await waitFor(condition, { interval: 1 })).toBe(3);
});

test('fails with what was waited for, and why it was not met', async () => {
  const cause = new Error('refused');
  const never = waitFor(() => Promise.reject(cause), { timeout: 5, interval: 1, what: 'the server' });
  await expect(never).rejects.toMatchObject({ message: 'the server was not met within 5 ms', cause });
  await expect(waitFor(() => 0, { timeout: 5, interval: 1 })).rejects.toMatchObject({ cause: 'it gave 0' });
});
