/** A host with an optional port; the brackets belong to an IPv6 address (RFC 3986, 3.2.2). */
const HOST = /^(\[[0-9a-f:.]+\]|[^:[\]/@\s]+)(?::\d{1,5})?$/i;

/** How a machine calls itself. */
const OWN_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request means this machine. A page of a foreign site can make a browser send requests here under that site's
 * name (DNS rebinding) and could then read the answers; the Host header gives it away.
 */
export function isAllowedHost(header: string | undefined, allowed: readonly string[]): boolean {
  const name = HOST.exec(header ?? '')?.[1]?.toLowerCase();
  if (name === undefined) return false;
  return OWN_NAMES.includes(name) || allowed.some((each) => each.toLowerCase() === name);
}
