/** What the process behind a door holds. */
export interface Hosted {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Prints the address for the door, and ends what it holds when its standard input ends. */
export function host({ url, stop }: Hosted): void {
  process.stdout.write(`${JSON.stringify({ url })}\n`);
  // A Ctrl-C reaches this process as well as Jest, which closes the pipe in its own time.
  process.on('SIGINT', () => undefined);
  process.stdin.resume().once('close', () => void stop());
}
