import { execFileSync } from 'node:child_process';
import { commandCurl } from './command.ts';

const PATH = '/api/dead-letters/redrive';

describe('a command for a shell', () => {
  it.each(["it's", '$(reboot)', '`reboot`', '"; reboot; "', 'a\nb', '中文'])('says just what is meant: %j', (code) => {
    const command = commandCurl({ path: PATH, body: { code, consumer: 'diglot.parser' } }, 'http://localhost:7373');
    // A shell that has a function in place of curl, which prints the last of its words.
    const script = `curl() { for last; do :; done; printf %s "$last"; }\n${command}`;
    const body: unknown = JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8' }));
    expect(body).toEqual({ code, consumer: 'diglot.parser', reason: '…', dryRun: true });
  });

  it('names no token', () => {
    expect(commandCurl({ path: PATH, body: { all: true } }, 'http://x')).toContain('Bearer $DIGLOT_TOKEN');
  });
});
