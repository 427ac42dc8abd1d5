import { identify } from '@diglot/platform';
import { redisCanBeHad, spawnNode, type TemporaryFolder, temporaryFolder, waitFor } from '@diglot/testing';

const withRedis = (await redisCanBeHad()) ? describe : describe.skip;
const OWNER = new URL('./owner.fixture.ts', import.meta.url);

withRedis('when its owner is killed', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => void (folder = await temporaryFolder('orphan')));
  afterEach(async () => await folder.remove());

  test.each([false, true])('a server ends by itself (paused: %p)', async (isPaused) => {
    const owner = spawnNode(OWNER, { args: [folder.path] });
    const [, pid] = await owner.waitForOutput(/^ready (\d+)$/m);
    expect(identify(Number(pid))).not.toBeNull();
    if (isPaused) process.kill(Number(pid), 'SIGSTOP');
    await owner.kill('SIGKILL');
    await waitFor(() => identify(Number(pid)) === null, { what: 'the end of the server' });
  });
});
