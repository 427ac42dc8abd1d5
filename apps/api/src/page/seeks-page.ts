/** Below it, programs ask: they are told in their own form that nothing is there, whatever they accept. */
const API = /^\/api(?=$|[/?])/;

/** What a request says of what it wants. */
export interface Sought {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  /** Its `accept`. */
  readonly accepted: string | undefined;
}

/**
 * Whether a person seems to look for a page: by a browser, which names HTML among what it accepts. Who accepts just
 * anything is a program.
 */
export function seeksPage({ method, url, accepted = '' }: Sought): boolean {
  if (!isOfPage(url) || (method !== 'GET' && method !== 'HEAD')) return false;
  return accepted
    .toLowerCase()
    .split(',')
    .some((each) => {
      const [type, ...parameters] = each.split(';').map((part) => part.trim());
      return type === 'text/html' && !parameters.some((part) => /^q=0(?:\.0*)?$/.test(part));
    });
}

/** Whether an address could be one of the page, so that what is answered there depends on who asks. */
export function isOfPage(url: string): boolean {
  return !API.test(url);
}
