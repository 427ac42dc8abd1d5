/** What an answer of the api says when it is no success. */
export class ApiError extends Error {
  readonly status: number;
  /** Of the one error table; null: nobody answered, or something else than the api did. */
  readonly code: string | null;
  /** Of the code, in English; empty where there is none. */
  readonly explanation: { readonly meaning: string; readonly remedy: string };
  /** Milliseconds after which it may be asked again; null: the api did not say. */
  readonly retryAfter: number | null;

  constructor(
    status: number,
    code: string | null,
    message: string,
    explanation = { meaning: '', remedy: '' },
    retryAfter: number | null = null,
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.explanation = explanation;
    this.retryAfter = retryAfter;
  }
}

/** Whether the api answers, but not as often as it was asked. */
export function isThrottled(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 429;
}

/** Milliseconds until the next question: as usual, or as long as the api wants to be left alone. */
export function pauseAfter(error: unknown, usual: number): number {
  return error instanceof ApiError ? Math.max(usual, error.retryAfter ?? 0) : usual;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** The address of a route, with what of the query is given. */
export function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(
    (each): each is [string, string | number | boolean] => each[1] !== undefined,
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** @throws {ApiError} */
export async function read<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return answer<T>(await ask(addressOf(path, query), signal ? { signal } : {}));
}

/** @throws {ApiError} */
export async function command<T>(path: string, body: unknown, token: string): Promise<T> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return answer<T>(await ask(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function ask(address: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(address, options);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, null, String(error));
  }
}

async function answer<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  throw toError(response.status, body, response.headers.get('retry-after'));
}

/** Understands the error body of our own, and problem details. @param retryAfter the header, in seconds */
export function toError(status: number, body: unknown, retryAfter: string | null = null): ApiError {
  const outer = record(body);
  const inner = 'error' in outer ? record(outer['error']) : outer;
  const text = (name: string): string | null => (typeof inner[name] === 'string' ? inner[name] : null);
  const explanation = { meaning: text('message') ?? '', remedy: text('remedy') ?? '' };
  const message = text('detail') ?? text('message') ?? `HTTP ${status}`;
  const wait = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : null;
  return new ApiError(status, text('code'), message, explanation, wait);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
