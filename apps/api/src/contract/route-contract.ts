import type { z } from 'zod';
import type { ErrorCode } from '@diglot/domain';

/** What one route takes and gives: the router, the checks, the OpenAPI document and the tests all read it from here. */
export interface RouteContract {
  readonly method: 'get' | 'post';
  /** In OpenAPI's spelling. */
  readonly path: string;
  /** Where the router cannot express it in that spelling. */
  readonly route?: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Media type of a body that is bytes. */
  readonly bodyType?: string;
  /** null: bytes, of {@link RouteContract.types}. */
  readonly response: z.ZodType | null;
  /** Media types of an answer that is no JSON of ours; `text/plain` where none is named. */
  readonly types?: readonly string[];
  /** Beside what every route may answer. */
  readonly errors: readonly ErrorCode[];
  /** Whether it needs the token. */
  readonly command?: true;
  /** How who holds the token is counted, where not with all other commands. */
  readonly counted?: 'never' | 'as-verification';
}

export const route = <T extends RouteContract>(contract: T): T => contract;
