const HEAD = '# A title \n\n**Authors**: A  \n\n**Link**: [PDF](https://arxiv.org/pdf/2511.00001)  \n\n**Abstract**: ';
const TAIL = ' \n\n---\n';

/** A digest of about so many bytes in a shape that would make a careless reader quadratic. */
export interface HostileDigest {
  readonly name: string;
  readonly print: (bytes: number) => string;
}

const repeated = (unit: string) => (bytes: number) =>
  HEAD + unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit))) + TAIL;

export const hostileDigests: readonly HostileDigest[] = [
  { name: 'one huge field', print: repeated('x') },
  { name: 'one huge Chinese field', print: repeated('中') },
  { name: 'blank lines', print: repeated('\n') },
  { name: 'a line of spaces', print: repeated(' ') },
  { name: 'separators that separate nothing', print: repeated('\n---') },
  { name: 'separators before blank lines', print: repeated('\n---\n\n\n\n\n\n\n') },
  { name: 'titles that begin nothing', print: repeated('\n# x') },
  { name: 'one label after another', print: repeated('\n**Abstract**: x') },
  { name: 'repeated links to other papers', print: repeated('\n**Link**: 2511.00002') },
  {
    name: 'links inside of one link field',
    print: (bytes) => `# A\n\n**Link**: ${'](x'.repeat(bytes / 3)}\n\n**Abstract**: x\n`,
  },
  {
    name: 'parentheses among authors',
    print: (bytes) => `# A\n\n**Authors**: ${'(,'.repeat(bytes / 2)}\n\n**Abstract**: x\n`,
  },
  { name: 'control characters', print: repeated('\u0001') },
  { name: 'U+FFFD on lines of their own', print: repeated('\n\u{fffd}') },
  { name: 'tiny blocks', print: repeated('y\n---\n# x\n**Link**: 2511.00002\n**Abstract**: ') },
];
