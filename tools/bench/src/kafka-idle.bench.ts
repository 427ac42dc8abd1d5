import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { QUICK_START, startKafka } from '@diglot/servers';
import type { Bench } from './bench.ts';
import { median, rounded } from './statistics.ts';

const ROUNDS = 3;
const VARIANTS = ['plain', 'patched'] as const;
const CLIENT = fileURLToPath(new URL('./kafka-idle/idle-client.fixture.js', import.meta.url));

/** Milliseconds of processor time a second of a process with ten idle connections to Kafka, in turn without and with the patch. */
export const kafkaIdleBench: Bench = {
  summary: 'processor time of ten idle connections to Kafka, without and with the patch of kafkajs',
  async run({ say }) {
    const folder = await mkdtemp(join(tmpdir(), 'diglot-bench-'));
    const kafka = await startKafka({ folder, jvmFlags: QUICK_START });
    try {
      const seen: Record<(typeof VARIANTS)[number], number[]> = { plain: [], patched: [] };
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const variant of VARIANTS) {
          const { stdout } = await promisify(execFile)(process.execPath, [CLIENT, kafka.bootstrap, variant]);
          const perSecond = Number(stdout);
          seen[variant].push(perSecond);
          say(`round ${round}, ${variant}: ${perSecond.toFixed(1)} ms/s`);
        }
      }
      const [plain, patched] = [median(seen.plain), median(seen.patched)];
      const ratio = plain / patched;
      say(
        `idle: ${plain.toFixed(1)} ms/s without the patch, ${patched.toFixed(1)} ms/s with it: ${ratio.toFixed(1)} times`,
      );
      return { plain: rounded(plain), patched: rounded(patched), ratio: rounded(ratio) };
    } finally {
      await kafka.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
