import type { IncomingMessage } from 'node:http';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UPLOAD_LIMIT } from '../contract/uploads.schema.ts';
import { CommandToken } from './command-token.ts';
import { RefusedRequest } from './refused-request.ts';

const TYPE = 'application/octet-stream';
const NOTHING = Buffer.alloc(0);

/** Reads bodies that are bytes, for those only who hold the token: nobody else fills the memory with them. */
@Injectable()
export class BytesBody implements OnModuleInit {
  readonly #host: HttpAdapterHost;
  readonly #token: CommandToken;

  constructor(host: HttpAdapterHost, token: CommandToken) {
    this.#host = host;
    this.#token = token;
  }

  onModuleInit(): void {
    const server = this.#host.httpAdapter?.getInstance<FastifyInstance>();
    // Nest initialises the modules of a process that also has microservices more than once.
    if (!server || server.hasContentTypeParser(TYPE)) return;
    const read = async (request: FastifyRequest, payload: IncomingMessage): Promise<Buffer> =>
      await this.#read(request, payload);
    server.addContentTypeParser(TYPE, { bodyLimit: UPLOAD_LIMIT }, read);
  }

  async #read({ headers }: FastifyRequest, payload: IncomingMessage): Promise<Buffer> {
    if (!this.#token.isBorneBy(headers.authorization)) {
      // The guard refuses it, once it is here.
      payload.resume();
      return NOTHING;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of payload as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > UPLOAD_LIMIT) throw tooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  }
}

function tooLarge(): RefusedRequest {
  return new RefusedRequest(413, 'DIGLOT_DIGEST_TOO_LARGE', `it has more than ${UPLOAD_LIMIT} bytes`);
}
