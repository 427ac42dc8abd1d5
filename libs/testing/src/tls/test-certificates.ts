import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leaveOut } from '../processes/leave-out.ts';
import { temporaryFolder, type TemporaryFolder } from '../processes/temporary-folder.ts';

/** What a server on 127.0.0.1 needs for TLS, and what its clients have to know. */
export interface TestCertificates {
  /** Who signed the server's certificate, as PEM: nobody trusts it unless told so. */
  readonly authority: string;
  /** As PEM. */
  readonly certificate: string;
  /** As PEM. */
  readonly key: string;
  /** Holds `authority.pem`, `certificate.pem` and `key.pem`. */
  readonly folder: TemporaryFolder;
}

/** Makes an authority and a certificate of it for 127.0.0.1; ask {@link opensslCanBeHad} first. */
export async function testCertificates(): Promise<TestCertificates> {
  const folder = await temporaryFolder('certificates');
  const file = (name: string): string => join(folder.path, `${name}.pem`);
  const make = (command: string): void => {
    execFileSync('openssl', `req -x509 -newkey rsa:2048 -nodes -days 2 ${command}`.split(' '), { stdio: 'ignore' });
  };
  make(`-subj /CN=authority -keyout ${file('authority-key')} -out ${file('authority')}`);
  const signed = `-CA ${file('authority')} -CAkey ${file('authority-key')} -addext basicConstraints=critical,CA:FALSE`;
  const name = '-subj /CN=localhost -addext subjectAltName=IP:127.0.0.1';
  make(`${signed} ${name} -keyout ${file('key')} -out ${file('certificate')}`);
  const read = (name: string): string => readFileSync(file(name), 'utf8');
  return { authority: read('authority'), certificate: read('certificate'), key: read('key'), folder };
}

/** Whether certificates can be made; if not, what needs TLS is left out by name. */
export function opensslCanBeHad(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return !leaveOut('whatever needs TLS: there is no openssl');
  }
}
