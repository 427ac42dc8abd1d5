/** Something that changes what is stored: it needs the token and a reason, and is counted before it is done. */
export interface Command {
  readonly path: string;
  /** Without the reason, and without whether it is only counted. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly title: string;
  /** What it would do to so many. */
  readonly concerns: (count: string) => string;
  /** On the button that does it. */
  readonly confirm: (count: string) => string;
  readonly done: (count: string) => string;
}

/** A shell's command for the same. The token is left to the environment: nobody pastes it into a history by accident. */
export function commandCurl({ path, body }: Pick<Command, 'path' | 'body'>, origin: string): string {
  return [
    `curl -X POST ${origin}${path}`,
    '-H "Authorization: Bearer $DIGLOT_TOKEN"',
    "-H 'Content-Type: application/json'",
    `-d ${quote(JSON.stringify({ ...body, reason: '…', dryRun: true }))}`,
  ].join(' \\\n  ');
}

/** As one word of a POSIX shell, whatever it holds. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
