import type { FastifyReply } from 'fastify';

/** What is known of a body beside its bytes. */
export interface WholeBody {
  readonly type: string;
  /** Under which name a browser is to keep it, instead of showing it. */
  readonly fileName?: string;
}

/**
 * A text that is sent as a whole. Unlike a stream's, its hash becomes its ETag, so that who asks again and again (a reader of
 * feeds) is sent it once.
 */
export function wholeBody(reply: FastifyReply, text: string, { type, fileName }: WholeBody): Buffer {
  void reply.type(type);
  if (fileName !== undefined) void reply.header('content-disposition', `attachment; filename="${fileName}"`);
  return Buffer.from(text);
}
