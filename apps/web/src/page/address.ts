/** What the address of the page says: it can be sent to somebody, and it survives a reload. */
export interface Address {
  readonly q: string;
  /** Empty: all. */
  readonly verdict: string;
  /** The open paper, if any. */
  readonly paper: string | null;
}

const VERDICTS = ['accept', 'flag', 'retranslate', 'unverified'];

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const verdict = query.get('verdict') ?? '';
  return {
    q: query.get('q')?.slice(0, 500) ?? '',
    verdict: VERDICTS.includes(verdict) ? verdict : '',
    paper: query.get('paper'),
  };
}

export function writeAddress({ q, verdict, paper }: Address): string {
  const query = new URLSearchParams();
  if (q.trim() !== '') query.set('q', q);
  if (verdict !== '') query.set('verdict', verdict);
  if (paper !== null) query.set('paper', paper);
  const text = query.toString();
  return text === '' ? '/' : `/?${text}`;
}
