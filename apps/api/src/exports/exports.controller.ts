import { PassThrough, Readable } from 'node:stream';
import { once } from 'node:events';
import { Controller, Query, StreamableFile } from '@nestjs/common';
import type { FacetsQuery } from '../contract/papers.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { toSelection } from '../papers/paper-selection.ts';
import type { PaperRow } from '../papers/paper.repository.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { EXPORT_COLUMNS, toExportDocument, toExportRow, type ExportRow } from './export-row.ts';
import { PaperPages } from './paper-pages.ts';
import { writeParquet } from './parquet.ts';

/**
 * All papers of a query. What is sent is read page by page, as fast as it is taken: memory does not depend on how many there
 * are, and no transaction stays open, which would hold back every reader of the log.
 */
@Controller()
export class ExportsController {
  readonly #pages: PaperPages;

  constructor(pages: PaperPages) {
    this.#pages = pages;
  }

  @Route(ROUTES.exportNdjson)
  ndjson(@Query(new Validated(ROUTES.exportNdjson.query)) query: FacetsQuery): StreamableFile {
    return download('papers.ndjson', 'application/x-ndjson', stream(ndjsonOf(this.#read(query))));
  }

  @Route(ROUTES.exportCsv)
  csv(@Query(new Validated(ROUTES.exportCsv.query)) query: FacetsQuery): StreamableFile {
    return download('papers.csv', 'text/csv; charset=utf-8', stream(csvOf(this.#read(query))));
  }

  @Route(ROUTES.exportParquet)
  parquet(@Query(new Validated(ROUTES.exportParquet.query)) query: FacetsQuery): StreamableFile {
    const bytes = new PassThrough();
    const emit = async (piece: Uint8Array): Promise<void> => {
      if (!bytes.write(piece)) await Promise.race([once(bytes, 'drain'), once(bytes, 'close')]);
      if (bytes.destroyed) throw new Error('nobody reads it any more');
    };
    writeParquet(rowsOf(this.#read(query)), emit).then(
      () => bytes.end(),
      (error: Error) => bytes.destroy(error),
    );
    return download('papers.parquet', 'application/vnd.apache.parquet', bytes);
  }

  #read(query: FacetsQuery): AsyncIterable<readonly PaperRow[]> {
    return this.#pages.read(toSelection(query));
  }
}

async function* ndjsonOf(pages: AsyncIterable<readonly PaperRow[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((row) => `${JSON.stringify(toExportDocument(row))}\n`).join('');
}

async function* csvOf(pages: AsyncIterable<readonly PaperRow[]>): AsyncGenerator<string> {
  // The heading waits for the first page: where that cannot be read, the answer can still say so.
  let heading = BYTE_ORDER_MARK + csvLine(EXPORT_COLUMNS);
  for await (const page of pages) {
    const lines = page.map((row) => toExportRow(row)).map((row) => csvLine(EXPORT_COLUMNS.map((name) => row[name])));
    yield heading + lines.join('');
    heading = '';
  }
  if (heading !== '') yield heading;
}

async function* rowsOf(pages: AsyncIterable<readonly PaperRow[]>): AsyncGenerator<ExportRow> {
  for await (const page of pages) yield* page.map(toExportRow);
}

/** One page ahead of who reads: a page is a megabyte, and by default sixteen of them would wait. */
function stream(pages: AsyncGenerator<string>): Readable {
  return Readable.from(pages, { highWaterMark: 1 });
}

function download(name: string, type: string, stream: Readable): StreamableFile {
  return new StreamableFile(stream, { type, disposition: `attachment; filename="${name}"` });
}
