import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** Makes one command. */
type MakeCommand = (terminal: Terminal) => Command;

const COMMANDS = new Map<string, () => Promise<MakeCommand>>([
  ['status', async () => (await import('./status/status.command.ts')).statusCommand],
  ['ingest', async () => (await import('./ingest/ingest.command.ts')).ingestCommand],
  ['forget', async () => (await import('./forget/forget.command.ts')).forgetCommand],
  ['redrive', async () => (await import('./commands/redrive.command.ts')).redriveCommand],
  ['replay', async () => (await import('./commands/replay.command.ts')).replayCommand],
  ['re-verify', async () => (await import('./commands/re-verify.command.ts')).reVerifyCommand],
  ['verify', async () => (await import('./verify/verify.command.ts')).verifyCommand],
]);

/** The command of that name alone, for each takes time to load (what it does, only once it does it); all of them for any other word, or for none: that is help. */
export async function loadCommands(name: string | undefined, terminal: Terminal): Promise<Command[]> {
  const one = COMMANDS.get(name ?? '');
  const loaded = await Promise.all((one ? [one] : [...COMMANDS.values()]).map((load) => load()));
  return loaded.map((make) => make(terminal));
}
