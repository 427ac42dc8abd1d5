/** Where a command prints; injected, so that a test can read it. */
export interface Terminal {
  /** A line of the result. */
  print(line: string): void;
  /** A line about what is wrong. */
  complain(line: string): void;
}

export const terminal: Terminal = {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
};
