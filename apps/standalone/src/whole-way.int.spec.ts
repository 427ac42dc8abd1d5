import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '@diglot/testing';
import { StandaloneProcess } from './testing/standalone-process.ts';
import { wholeWayContract } from './testing/whole-way.contract.ts';

// The same on Kafka: services.int.spec.ts.
describe('the embedded profile', () => {
  let folder: TemporaryFolder;
  const lives: StandaloneProcess[] = [];
  const outputOf = (life: number): string => lives[life]?.node.output ?? '';

  beforeAll(async () => {
    folder = await temporaryFolder('embedded');
  });
  afterAll(async () => {
    for (const { node } of lives) if (node.isRunning) await node.kill('SIGTERM');
    await folder.remove();
  });

  const expectEnd = async (): Promise<void> => {
    // The last that is told of this life; who is asked to end tells no more.
    await lives.at(-1)?.node.waitForOutput(/DIGLOT_DIGEST_ENCODING/);
    expect(await lives.at(-1)?.node.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  };

  wholeWayContract('embedded', {
    start: async (folders) => {
      const watch = folders.flatMap((each) => ['--watch', each]);
      const process = new StandaloneProcess(['--no-examples', '--data', join(folder.path, 'data'), ...watch], {
        DIGLOT_PORT: '0',
      });
      lives.push(process);
      // Also while it still ingests: whoever waits for that is told by the api.
      const [, address = ''] = await process.node.waitForOutput(/(?:The page:|still ingesting;) (http:\S+)/, 180_000);
      return address;
    },
    stop: expectEnd,
  });

  it('tells in the terminal what came and went, and after a restart only what is new', async () => {
    expect(outputOf(0)).toMatch(/✓ digests\/3-Nov-2025\/topic\/New_related_papers\.md: 3 entries/);
    expect(outputOf(0)).toMatch(/✓ digests\/5-Nov-2025\/topic\/First_related_papers\.md: deleted/);
    await lives[1]?.node.waitForOutput(/Meanwhile_related_papers\.md: 2 entries/);
    expect(outputOf(1)).not.toMatch(/Rewritten_related_papers|binary\.md/);
  });
});
