import { execFileSync } from 'node:child_process';
import { redriveCurl } from './redrive-scope.ts';

describe('a redrive as a shell command', () => {
  it.each(["it's", '$(reboot)', '`reboot`', '"; reboot; "', 'a\nb', '中文'])(
    'hands over its body as it is: %j',
    (code) => {
      const command = redriveCurl({ code, consumer: 'diglot.parser' }, 'http://localhost:7373');
      // A shell that has a function in place of curl, which prints the last of its words.
      const script = `curl() { for last; do :; done; printf %s "$last"; }\n${command}`;
      const body: unknown = JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8' }));
      expect(body).toEqual({ code, consumer: 'diglot.parser', reason: '…', dryRun: true });
    },
  );

  it('names no token', () => {
    expect(redriveCurl({ all: true }, 'http://x')).toContain('Bearer $DIGLOT_TOKEN');
  });
});
