import { writeFile } from 'node:fs/promises';
import { leaveOut, type TestDatabase } from '@diglot/testing';
import { watcherDatabase } from '../watched-folder.fixture.ts';
import { MANY_AT_ONCE } from './life-commands.fixture.ts';
import { runLives } from './run-lives.fixture.ts';

/** `npm run soak -- watcher` asks for more. */
const SOAK = process.env['DIGLOT_TEST_SOAK'];
const { sequences, seed, figuresFile } = SOAK
  ? (JSON.parse(SOAK) as { sequences: number; seed: number; figuresFile: string })
  : { sequences: 100, seed: Date.now() % 2 ** 31, figuresFile: null };

const onLinux =
  process.platform === 'linux' || !leaveOut('names that differ in case only: this file system takes them for one')
    ? describe
    : describe.skip;

let database: TestDatabase;
beforeAll(async () => void (database = await watcherDatabase()));
afterAll(() => database.drop());

onLinux('the life of files', () => {
  test(
    'whatever happens to files, in whatever order, exactly what rests is announced, once, and in the end all of it is stored',
    async () => {
      const files = SOAK ? 2000 : 300;
      const figures = await runLives(database.database, { sequences, seed, files, commands: 100 });
      if (figuresFile) await writeFile(figuresFile, JSON.stringify(figures));
      expect(figures.failure).toBeNull();
      expect(figures.sequences).toBe(sequences);
      // One of 237 commands: none in a short run says little; none in a long one, that it cannot happen.
      expect(sequences < 500 || (figures.kinds[MANY_AT_ONCE] ?? 0) > 0).toBe(true);
    },
    SOAK ? 6 * 3_600_000 : undefined,
  );
});
