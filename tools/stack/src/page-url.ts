/** The address of the page for a browser of this machine: who listens everywhere listens here too. */
export function pageUrl(host: string, port: number | string): string {
  return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
}
