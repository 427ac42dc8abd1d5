import { childEnvironment } from './environment.ts';

/** What says how the network is reached, and who we are to an SSH server. */
const PASSED = [
  'HOME',
  'SSH_AUTH_SOCK',
  'HTTPS_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'all_proxy',
  'NO_PROXY',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
];

/**
 * All that a `git` of ours gets to see: the configuration of the system and of the user can put commands and other addresses
 * into its hands, so it sees neither; and it asks nobody anything.
 */
export function gitEnvironment(): Readonly<Record<string, string>> {
  const passed = PASSED.flatMap((name) => (process.env[name] ? [[name, process.env[name]] as const] : []));
  return {
    ...childEnvironment(),
    ...Object.fromEntries(passed),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_SSH_COMMAND: 'ssh -oBatchMode=yes -oConnectTimeout=20',
    GIT_SSH_VARIANT: 'ssh',
  };
}
