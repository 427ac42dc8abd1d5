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
  /** Beside those of {@link limitCodes}. */
  readonly errors: readonly ErrorCode[];
  /** Whether it needs the token. */
  readonly command?: true;
  /**
   * How it is counted, where not as all other reads; of a command, how that of who holds the token is, where not as all other
   * commands.
   */
  readonly counted?: 'never' | 'as-verification' | 'as-export' | 'as-stream';
}

/** The codes of the limits that a route has. */
export function limitCodes({ command, counted }: Pick<RouteContract, 'command' | 'counted'>): readonly ErrorCode[] {
  if (command) {
    return counted === 'as-verification'
      ? ['DIGLOT_TOO_MANY_COMMANDS', 'DIGLOT_TOO_MANY_VERIFICATIONS']
      : ['DIGLOT_TOO_MANY_COMMANDS'];
  }
  if (counted === 'never') return [];
  if (counted === 'as-export') return ['DIGLOT_TOO_MANY_READS', 'DIGLOT_TOO_MANY_EXPORTS'];
  if (counted === 'as-stream') return ['DIGLOT_TOO_MANY_READS', 'DIGLOT_TOO_MANY_STREAMS', 'DIGLOT_STREAMS_FULL'];
  return ['DIGLOT_TOO_MANY_READS'];
}

export const route = <T extends RouteContract>(contract: T): T => contract;
