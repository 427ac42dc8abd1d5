import { fromSources, kafkaCanBeHad, redisCanBeHad, temporaryFolder, type TemporaryFolder } from '@diglot/testing';
import { LONE_POINTS } from './points/all-points.ts';
import { EVERY_STEP } from './points/process-points.ts';
import { MemoryWatch } from './memory/memory-watch.ts';
import { namesOf, planRounds } from './plan-rounds.ts';
import { Random } from '@diglot/protocol-model';
import { runRound } from './run-round.ts';
import { startSession, type Session } from './session.ts';

const withServers = (await kafkaCanBeHad()) && (await redisCanBeHad()) ? describe : describe.skip;

const SEED = 20261125;
/** `npm run chaos` takes a minute; here it is enough that everybody notices. */
const OUTAGE_SECONDS = 6;
const random = new Random(SEED);
/**
 * `npm run chaos` has these too: three brokers are too much beside all other tests, and an outage is a kill, a while and a
 * start.
 */
const ELSEWHERE = ['broker.one-of-three', 'broker.restart', 'redis.restart'];
const alone = LONE_POINTS.filter(({ name }) => !ELSEWHERE.includes(name));
const ROUNDS = planRounds({ processes: EVERY_STEP, alone }, random);

withServers('on one running stack, nothing is lost, done twice or left undone after', () => {
  let folder: TemporaryFolder;
  let session: Session;
  let watch: MemoryWatch;
  let dead = 0;

  beforeAll(async () => {
    folder = await temporaryFolder('chaos');
    session = await startSession({ folder: folder.path, brokers: 1, say: () => {}, mapCommand: fromSources });
    watch = new MemoryWatch(session.stack);
  });
  afterAll(async () => {
    await session.close();
    await folder.remove();
  });

  it.each(ROUNDS.map((round, number) => [namesOf(round).join(' + '), round, number] as const))(
    '%s',
    async (_, round, number) => {
      const options = { number, random, outageSeconds: OUTAGE_SECONDS, deadBefore: dead };
      const done = await runRound(round, session, options);
      dead = done.dead;
      watch.note();
      expect(done.reasons).toEqual([]);
    },
  );

  // So few runs of young processes say nothing of a single service: only the sum is judged, and generously.
  it('all of them, and memory is about what it was', async () => {
    expect((await watch.judge()).grown).toEqual([]);
  });
});
