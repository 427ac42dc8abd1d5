import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { DiglotError } from '@diglot/domain';
import { waitFor } from '@diglot/testing';
import { parquetReadObjects } from 'hyparquet';
import { toSelection, type PaperSelection } from '../papers/paper-selection.ts';
import { PaperRepository, type ListedPaper } from '../papers/paper.repository.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { stageMigrations } from '../testing/real-stages.ts';
import { seedPapers, type SeedPaper } from '../testing/seed.ts';
import { EXPORT_COLUMNS } from './export-row.ts';

const PAPERS = 1_200;
const ALL = toSelection({}) as PaperSelection;
const FORMULA = '=HYPERLINK("http://evil.example")';
const HOSTILE = 'A "quoted", <b>bold</b>\r\nsecond line \u0007 😀 \u202e';

const papers: SeedPaper[] = Array.from({ length: PAPERS }, (_, index) => ({
  id: `2503.${String(index).padStart(5, '0')}`,
  title: index === 0 ? FORMULA : index === 1 ? HOSTILE : `Paper ${index}`,
  zh: index % 2 === 0 ? '标题' : null,
  ...(index % 2 === 0 ? { verdict: 'accept' as const } : {}),
  date: `2025-03-${String(1 + (index % 28)).padStart(2, '0')}`,
}));

/** Records of RFC 4180, read by the book, after the one mark that says UTF-8. */
function readCsv(file: string): string[][] {
  expect(file.lastIndexOf('\uFEFF')).toBe(0);
  const text = file.slice(1);
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)];
  const records: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    records.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') records.push([]);
  }
  return records.slice(0, -1);
}

describe('exports', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi(stageMigrations);
    await seedPapers(api.database, papers);
    await api.application.listen(0, '127.0.0.1');
  });
  afterAll(() => api.close());

  it('give every paper once, in each format, in the order of the list', async () => {
    const ndjson = await api.request('/api/export.ndjson');
    const lines = ndjson.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { arxivId: string; title: { en: string } });
    const ids = lines.map(({ arxivId }) => arxivId);
    expect(new Set(ids).size).toBe(PAPERS);
    expect(lines.find(({ arxivId }) => arxivId === '2503.00001')?.title.en).toBe(HOSTILE);

    const [heading, ...records] = readCsv((await api.request('/api/export.csv')).body);
    expect(heading).toEqual(EXPORT_COLUMNS);
    expect(records.map(([id]) => id)).toEqual(ids);
    expect(records.find(([id]) => id === '2503.00001')?.[2]).toBe(HOSTILE);
    expect(records.find(([id]) => id === '2503.00000')?.[2]).toBe(`'${FORMULA}`);

    const parquet = await api.request('/api/export.parquet');
    const file = new Uint8Array(parquet.rawPayload).buffer;
    const rows = await parquetReadObjects({ file });
    expect(rows.map(({ arxiv_id: id }) => id)).toEqual(ids);
    expect(rows.find(({ arxiv_id: id }) => id === '2503.00000')).toMatchObject({ title_en: FORMULA, revision: 1 });
    expect(rows.find(({ arxiv_id: id }) => id === '2503.00001')).toMatchObject({ title_zh: null, title_verdict: null });
  });

  it.each(['ndjson', 'csv', 'parquet'])('of a query hold only what it asks for: %s', async (format) => {
    const response = await api.request(`/api/export.${format}?verdict=accept&to=2025-03-07`);
    const expected = papers.filter(({ verdict, date }) => verdict && (date ?? '') <= '2025-03-07').length;
    const count =
      format === 'parquet'
        ? (await parquetReadObjects({ file: new Uint8Array(response.rawPayload).buffer })).length
        : response.body.trim().split('\n').length - (format === 'csv' ? 1 : 0);
    expect(count).toBe(expected);
  });

  it.each(['ndjson', 'csv', 'parquet'])('of nothing are whole files too: %s', async (format) => {
    const response = await api.request(`/api/export.${format}?q=nowhere`);
    expect(response.statusCode).toBe(200);
    const read = {
      ndjson: async () => response.body,
      csv: async () => readCsv(response.body).slice(1).join(''),
      parquet: async () =>
        (await parquetReadObjects({ file: new Uint8Array(response.rawPayload).buffer })).map(Object.keys).join(''),
    }[format];
    expect(await read?.()).toBe('');
  });

  it.each(['ndjson', 'csv', 'parquet'])('that fail before their first row say why, readably: %s', async (format) => {
    const failure = new DiglotError('DIGLOT_POSTGRES_UNAVAILABLE', 'the connection was cut');
    const list = jest.spyOn(PaperRepository.prototype, 'list').mockRejectedValueOnce(failure);
    const response = await fetch(`${await api.application.getUrl()}/api/export.${format}`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('content-disposition')).toBeNull();
    expect(await response.json()).toMatchObject({ error: { code: failure.code } });
    list.mockRestore();
  });

  const somePaper = async (): Promise<ListedPaper> => {
    const [paper] = await api.application.get(PaperRepository).list({ ...ALL, after: null, rows: 1 });
    if (!paper) throw new Error('there is none');
    return paper;
  };

  it.each(['ndjson', 'csv', 'parquet'])('read no further ahead than they are taken: %s', async (format) => {
    const row = await somePaper();
    const { state } = row;
    // Half a megabyte each, which nothing compresses: a tenth of them fill whatever lies between the two sides.
    const pages = 200;
    const large = (): ListedPaper => {
      return {
        ...row,
        state: { ...state, abstract: { ...state.abstract, en: randomBytes(1_500).toString('base64') } },
      };
    };
    const list = jest.spyOn(PaperRepository.prototype, 'list').mockImplementation(async ({ rows }) => {
      return list.mock.calls.length > pages ? [] : Array.from({ length: rows }, large);
    });
    try {
      const response = await fetch(`${await api.application.getUrl()}/api/export.${format}`);
      const reader = response.body?.getReader();
      await reader?.read();
      await waitFor(
        async () => {
          const before = list.mock.calls.length;
          await setTimeout(1_000);
          return list.mock.calls.length === before;
        },
        { what: 'an export that waits for its reader' },
      );
      expect(list.mock.calls.length).toBeLessThan(pages);
      await reader?.cancel();
    } finally {
      list.mockRestore();
    }
  });
});
