import { setTimeout } from 'node:timers/promises';
import { DiglotError, ERROR_TABLE, type ErrorCode } from '@diglot/domain';

/** What became of a digest that was handed over. */
export const OUTCOMES = ['new', 'changed', 'unchanged'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The figures of `GET /api/status` that a wait needs. */
export interface Progress {
  readonly inFlight: number;
  readonly papers: number;
}

/** Milliseconds after which a request is given up. */
const TIMEOUT = 120_000;
/** How often it is looked how much is left, in milliseconds. */
const LOOK = 300;
/** Rows of one page of a list; the api gives no more. */
const PAGE = 500;

/** A running Diglot, over its API. */
export class DiglotClient {
  readonly address: string;
  readonly #token: string;

  constructor(address: string, token: string) {
    this.address = address;
    this.#token = token;
  }

  /** The hashes of what a source holds, by path. */
  async known(source: string): Promise<ReadonlyMap<string, string>> {
    const hashes = new Map<string, string>();
    let cursor: string | null = null;
    do {
      const search = new URLSearchParams({ source, limit: String(PAGE), ...(cursor === null ? {} : { cursor }) });
      const page: DigestPage = await this.#ask<DigestPage>(`/api/digests?${search.toString()}`);
      for (const { path, sha256 } of page.items) hashes.set(path, sha256);
      cursor = page.next;
    } while (cursor !== null);
    return hashes;
  }

  async upload(source: string, path: string, bytes: Uint8Array): Promise<Outcome> {
    const search = new URLSearchParams({ source, path });
    const headers = { 'content-type': 'application/octet-stream', authorization: `Bearer ${this.#token}` };
    // A view of the bytes: fetch takes no Node buffer as it is.
    const body = new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
    const { outcome } = await this.#ask<{ outcome: Outcome }>(`/api/digests?${search.toString()}`, {
      method: 'POST',
      headers,
      body,
    });
    return outcome;
  }

  /** @returns how many digests are retracted */
  async forget(source: string, reason: string): Promise<number> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` };
    const body = JSON.stringify({ source, reason });
    const { digests } = await this.#ask<{ digests: number }>('/api/sources/forget', { method: 'POST', headers, body });
    return digests;
  }

  /** Resolves when nothing is in flight. */
  async waitUntilIdle(): Promise<void> {
    while ((await this.progress()).inFlight > 0) await setTimeout(LOOK);
  }

  async progress(): Promise<Progress> {
    return await this.#ask<Progress>('/api/status');
  }

  async #ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    let response: Response;
    try {
      response = await fetch(new URL(path, this.address), { ...init, signal: AbortSignal.timeout(TIMEOUT) });
    } catch (thrown) {
      const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
      const reason = cause instanceof Error ? cause.message : String(cause);
      const detail = `no Diglot answers at ${this.address} (${reason})`;
      throw new DiglotError('DIGLOT_BUS_UNAVAILABLE', detail, { cause: thrown });
    }
    const body = (await response.json()) as unknown;
    if (response.ok) return body as T;
    throw refusal(response.status, body);
  }
}

interface DigestPage {
  readonly items: readonly { readonly path: string; readonly sha256: string }[];
  readonly next: string | null;
}

/** The error that the answer names; what answers otherwise is no Diglot. */
function refusal(status: number, body: unknown): DiglotError {
  const { error } = (body ?? {}) as { error?: { code?: string; detail?: string } };
  const code = error?.code;
  if (code !== undefined && code in ERROR_TABLE) return new DiglotError(code as ErrorCode, error?.detail ?? '');
  return new DiglotError('DIGLOT_BUS_UNAVAILABLE', `what answers there is no Diglot (status ${status})`);
}
