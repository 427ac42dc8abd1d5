/** A protocol runs no command of the repository's: `ext::`, for one, would. */
const PROTOCOLS: readonly string[] = ['https:', 'ssh:', 'file:'];

/** What git itself refuses in the name of a branch (git-check-ref-format), and a leading dash, which would be an option. */
const NO_BRANCH = /^[-/.]|[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[/.]$|^@$/u;

/** @returns what is wrong with the address of a repository; null: nothing */
export function addressMistake(address: string): string | null {
  if (/[\p{Cc} ]/u.test(address)) return 'it holds a space or a control character';
  const url = parse(address);
  if (url === null || !PROTOCOLS.includes(url.protocol)) {
    return 'only https://, ssh:// and file:// addresses are taken; write git@host:path as ssh://git@host/path';
  }
  if (url.password !== '' || (url.protocol === 'https:' && url.username !== '')) {
    return 'it holds a secret, which would be shown; use an SSH key';
  }
  if (url.search !== '' || url.hash !== '') {
    return 'it holds a query or a fragment, which no repository has, and a secret in it would be shown';
  }
  if (url.protocol === 'file:' ? url.host !== '' : url.hostname === '') return 'its host makes no sense';
  return null;
}

/** @returns what is wrong with the name of a branch; null: nothing */
export function branchMistake(branch: string): string | null {
  return branch === '' || NO_BRANCH.test(branch) ? 'no branch can have this name' : null;
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
