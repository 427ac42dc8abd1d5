import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import { API_SETTINGS, type ApiSettings } from '../api.settings.ts';
import { ReadingGuard } from '../http/reading.guard.ts';
import { openApiDocument } from './openapi-document.ts';

/** What the api can do, for programs. */
@Controller()
export class OpenApiController {
  readonly #document: ReturnType<typeof openApiDocument>;

  constructor(@Inject(API_SETTINGS) { version }: ApiSettings) {
    this.#document = openApiDocument(version);
  }

  @Get('/openapi.json')
  @UseGuards(ReadingGuard)
  get(): ReturnType<typeof openApiDocument> {
    return this.#document;
  }
}
