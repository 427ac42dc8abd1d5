import type { Paper, PaperPage, Status } from './api-types.ts';

/** Milliseconds after which an answer is no longer waited for. */
const PATIENCE = 15_000;

/** The api answered, and refused. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** What to look for, and how much of it. */
export interface PaperSearch {
  readonly q: string;
  /** Empty: all. */
  readonly verdict: string;
  readonly cursor: string | null;
}

export async function fetchStatus(): Promise<Status> {
  return (await fetchJson('/api/status')) as Status;
}

export async function fetchPapers({ q, verdict, cursor }: PaperSearch, signal: AbortSignal): Promise<PaperPage> {
  const query = new URLSearchParams();
  if (q.trim() !== '') query.set('q', q);
  if (verdict !== '') query.set('verdict', verdict);
  if (cursor !== null) query.set('cursor', cursor);
  return (await fetchJson(`/api/papers?${query.toString()}`, signal)) as PaperPage;
}

/** @param q what its texts are to be searched for */
export async function fetchPaper(arxivId: string, q: string): Promise<Paper> {
  const query = q.trim() === '' ? '' : `?${new URLSearchParams({ q }).toString()}`;
  return (await fetchJson(`/api/papers/${arxivId.split('/').map(encodeURIComponent).join('/')}${query}`)) as Paper;
}

/** @throws Refusal when the api refuses; another error when it does not answer */
async function fetchJson(path: string, signal?: AbortSignal): Promise<unknown> {
  const timeout = AbortSignal.timeout(PATIENCE);
  const response = await fetch(path, {
    headers: { accept: 'application/json' },
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  const body: unknown = await response.json();
  if (response.ok) return body;
  const { code, detail } = (body as { error?: { code?: string; detail?: string } }).error ?? {};
  throw new Refusal(response.status, code ?? '', detail ?? response.statusText);
}
