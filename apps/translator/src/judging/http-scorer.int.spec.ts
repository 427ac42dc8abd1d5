import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PaperText } from '@diglot/domain';
import type { Scorer } from '@diglot/verification';
import { HttpScorer } from './http-scorer.ts';
import { startJudgingThreads } from './judging-threads.ts';
import { Verifier } from './verifier.ts';

/** Answers like a model that doubts every text with the word 云, and breaks as it is told. */
let mode: 'well' | 'late' | 'broken' | 'odd' = 'well';
let asked = 0;
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked += 1;
      if (mode === 'late') return;
      if (mode === 'broken') return void response.writeHead(503).end('loading the model');
      const { pairs } = JSON.parse(body) as { pairs: { target: string }[] };
      const scores = pairs.map(({ target }) => (mode === 'odd' ? 7 : target.includes('云') ? 0.1 : 0.9));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ scores }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/score`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  mode = 'well';
});

const paper = (zh: string): PaperText => ({
  version: null,
  title: { en: 'Counting Birds from the Roof', zh: null },
  authors: [],
  link: 'https://arxiv.org/pdf/2511.00001',
  abstract: { en: 'We train a model with 7B parameters on bird calls and count 120 birds in each of 30 nights.', zh },
});
const SOUND = '我们用鸟鸣训练了一个70亿参数的模型，并在30个夜晚中每晚数出120只鸟。';
/** The engine tells it as a minor issue only: an English word that the source has. */
const SUSPECT = SOUND.replace('鸟鸣', '云 calls');
/** Waits for long, but not for what never comes. */
const scorer = (): Scorer => ({
  name: 'doubter',
  version: '2',
  score: (pairs) => {
    const timeoutSeconds = mode === 'late' ? 0.5 : 60;
    return new HttpScorer({ url, name: 'doubter', version: '2', timeoutSeconds }).score(pairs);
  },
});

describe('a verifier with a scorer', () => {
  let verifier: Verifier;
  beforeEach(() => {
    verifier = new Verifier({ ...startJudgingThreads(), scorer: scorer() });
  });
  afterEach(() => verifier.onApplicationShutdown());

  const judge = async (zh: string) => (await verifier.judge(paper(zh))).abstract;

  it('names it in the version of its verdicts, and asks it once for each pair', async () => {
    const before = asked;
    const [first, second] = [await judge(SOUND), await judge(SOUND)];
    expect(first?.engine).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8}\+doubter@2$/);
    expect(second).toBe(first);
    expect(asked - before).toBe(1);
  });

  it('flags where both doubt, and where only the scorer does nothing but ranks', async () => {
    const plain = new Verifier(startJudgingThreads());
    const alone = (await plain.judge(paper(SUSPECT))).abstract;
    await plain.onApplicationShutdown();
    expect(alone).toMatchObject({ verdict: 'accept' });
    expect(await judge(SUSPECT)).toMatchObject({ verdict: 'flag', issues: alone?.issues });
    const doubted = await judge(SOUND.replace('鸟鸣', '云鸣'));
    expect(doubted?.score).toBeLessThan(70);
  });

  it.each(['late', 'broken', 'odd'] as const)('does without one that is %s, and asks again next time', async (how) => {
    mode = how;
    expect((await judge(SOUND))?.engine).not.toContain('doubter');
    mode = 'well';
    expect((await judge(SOUND))?.engine).toContain('doubter');
  });
});

it.each([
  ['late', /aborted|timeout/i],
  ['broken', /503/],
  ['odd', /expected number to be <=1/],
] as const)('the error of one that is %s says why', async (how, message) => {
  mode = how;
  const asking = scorer().score([{ genre: 'abstract', source: 'a', target: 'b' }]);
  await expect(asking).rejects.toThrow(message);
});
