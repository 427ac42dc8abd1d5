import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { asyncApiDocument, eventSchemas } from '@diglot/contracts';
import { DiglotError } from '@diglot/domain';
import { API_SETTINGS, type ApiSettings } from '../api.settings.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { wholeBody } from '../http/whole-body.ts';
import { ASYNCAPI_STYLES } from './asyncapi-styles.ts';
import { renderAsyncApi, STYLES_PATH } from './render-asyncapi.ts';

/** What stands on the topics, for who reads them. */
@Controller()
export class AsyncApiController {
  readonly #document: ReturnType<typeof asyncApiDocument>;
  readonly #schemas = eventSchemas();

  constructor(@Inject(API_SETTINGS) { version }: ApiSettings) {
    this.#document = asyncApiDocument(version);
  }

  @Route(ROUTES.asyncApi)
  document(): ReturnType<typeof asyncApiDocument> {
    return this.#document;
  }

  @Route(ROUTES.asyncApiPage)
  page(@Res({ passthrough: true }) reply: FastifyReply): Buffer {
    return wholeBody(reply, renderAsyncApi(this.#document), { type: 'text/html; charset=utf-8' });
  }

  @Get(STYLES_PATH)
  styles(@Res({ passthrough: true }) reply: FastifyReply): Buffer {
    void reply.header('cache-control', 'no-cache');
    return wholeBody(reply, ASYNCAPI_STYLES, { type: 'text/css; charset=utf-8' });
  }

  @Route(ROUTES.eventSchema)
  schema(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): Buffer {
    const schema = this.#schemas.get(name);
    if (!schema) throw new DiglotError('DIGLOT_NOT_FOUND', `no event has the schema ${JSON.stringify(name)}`);
    return wholeBody(reply, JSON.stringify(schema), { type: 'application/schema+json' });
  }
}
