import { Command } from 'commander';
import { DiglotError } from '@diglot/domain';
import type { TargetOptions } from '../running-diglot.ts';
import type { Terminal } from '../terminal.ts';

/** The figures that `GET /api/status` is sure to hold. */
interface Status {
  readonly digests: { readonly seen: number; readonly withEntries: number };
  readonly entries: number;
  readonly papers: number;
  readonly inFlight: number;
  readonly retrying: number;
  readonly dead: number;
}

/** `diglot status`: the figures of a running Diglot. */
export function statusCommand(terminal: Terminal): Command {
  return new Command('status')
    .description('the figures of a running Diglot')
    .option('--url <address>', 'where it listens')
    .option('--data <folder>', 'its data folder, which says that (default: DIGLOT_DATA, or .diglot)')
    .option('--json', 'print what the API says, as it is')
    .action(async ({ json, ...target }: TargetOptions & { json?: true }) => {
      const { findAddress } = await import('../running-diglot.ts');
      const status = await fetchStatus(await findAddress(target));
      terminal.print(json ? JSON.stringify(status) : describe(status));
    });
}

async function fetchStatus(url: string): Promise<Status> {
  try {
    const response = await fetch(new URL('/api/status', url), { signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    return (await response.json()) as Status;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const detail = `no Diglot answers at ${url} (${cause instanceof Error ? cause.message : String(cause)}); start it with \`npm start\``;
    throw new DiglotError('DIGLOT_BUS_UNAVAILABLE', detail, { cause: error });
  }
}

function describe({ digests, entries, papers, inFlight, retrying, dead }: Status): string {
  const rows: [number, string][] = [
    [digests.seen, `digests, ${digests.withEntries} of them with entries`],
    [entries, 'entries'],
    [papers, 'papers'],
    [inFlight, inFlight === 0 ? 'in flight: the page is complete' : 'in flight'],
    [retrying, 'retrying'],
    [dead, 'dead letters'],
  ];
  return rows.map(([count, label]) => `${count.toLocaleString('en').padStart(10)}  ${label}`).join('\n');
}
