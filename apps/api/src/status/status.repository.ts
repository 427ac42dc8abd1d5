import { Injectable } from '@nestjs/common';
import { Raw } from 'typeorm';
import { Database, type Transaction } from '@diglot/platform';
import type { PaperVerdict } from '../contract/papers.schema.ts';
import {
  NoticeRepository,
  type NoticeCount,
  type NoticeListing,
  type NoticeRow,
} from '../notices/notice.repository.ts';
import { LEFT_SOURCES } from '../sources/left-sources.ts';
import { DiagnosticView } from '../views/diagnostic.view.ts';
import { ProblemView } from '../views/problem.view.ts';
import type { ProcessRow } from './process-row.ts';
import type { StageFigures, StageReader } from './stage-figures.ts';
import { StagePlaces } from './stage-places.ts';

/** How many of each kind of trouble are shown; all of them are counted. */
const SHOWN = 20;
const LETTERS_PER_CODE = 3;
const LATEST_NOTICES: NoticeListing = { source: null, kind: null, all: false, after: null, rows: SHOWN };

const DIGESTS = `
  SELECT count(DISTINCT found.sha256)::int AS seen,
    count(DISTINCT found.sha256) FILTER (WHERE parsed.entries > 0)::int AS "withEntries"
  FROM watcher.placement_view AS found
  LEFT JOIN parser.placement_view AS parsed USING (source, path, sha256)
  WHERE found.live`;

/** The parser counts a file's live entries in the transaction that writes them, so nobody need count rows. */
const ENTRIES = `SELECT coalesce(sum(entries), 0)::int AS entries FROM parser.placement_view`;

const VERDICTS = `SELECT verdict, count(*)::int AS count FROM indexer.paper_view GROUP BY verdict`;

const OPEN = `
  SELECT consumer, topic, status, count(*)::int AS count FROM pipeline.inbox_view WHERE status <> 'done'
  GROUP BY consumer, topic, status`;

/** What was handed over and is no placement yet, sources that are being forgotten, and reviews that nobody was told of. */
const REQUESTS = `
  SELECT (SELECT count(*) FROM watcher.request_view)::int
    + (SELECT count(*) FROM translator.review_view WHERE announced < revision)::int AS requests`;

const DEAD_LETTERS = `
  SELECT * FROM (
    SELECT coalesce(error_code, 'DIGLOT_BUG') AS code, count(*) OVER (PARTITION BY error_code)::int AS count,
      row_number() OVER (PARTITION BY error_code ORDER BY updated_at DESC, event_id) AS place,
      consumer, event_id AS "eventId", topic, key, coalesce(error_detail, '') AS message, updated_at AS "updatedAt"
    FROM pipeline.inbox_view WHERE status = 'dead'
  ) AS letter
  WHERE place <= $1 ORDER BY count DESC, code, place`;

const DIAGNOSTICS = `SELECT severity, count(*)::int AS count FROM parser.diagnostic_view GROUP BY severity`;

const SOURCES = `
  SELECT source.name, source.location, source.kind, source.configured, coalesce(found.digests, 0) AS digests, coalesce(parsed.entries, 0) AS entries,
    coalesce(problem.problems, 0) AS problems, found.changed_at AS "changedAt",
    source.scanned_at AS "scannedAt", source.untaken
  FROM watcher.source_view AS source
  LEFT JOIN (
    SELECT source, count(*) FILTER (WHERE live)::int AS digests, max(changed_at) AS changed_at
    FROM watcher.placement_view GROUP BY source
  ) AS found ON found.source = source.name
  LEFT JOIN (
    SELECT source, sum(entries)::int AS entries FROM parser.placement_view GROUP BY source
  ) AS parsed ON parsed.source = source.name
  LEFT JOIN (
    SELECT source, count(*)::int AS problems FROM watcher.problem_view GROUP BY source
  ) AS problem ON problem.source = source.name
  ORDER BY source.name`;

const TOPIC_DIFFERENCES = `
  SELECT topic, setting, actual, wanted FROM pipeline.topic_difference_view ORDER BY topic, setting`;

const PROCESSES = `
  SELECT service, ready, reasons, extract(epoch FROM now() - seen_at)::float8 AS silence FROM pipeline.process_view`;

export interface OpenReceipts {
  readonly consumer: string;
  readonly topic: string;
  readonly status: 'retrying' | 'dead';
  readonly count: number;
}

export interface StatusLetter {
  readonly code: string;
  /** Of all dead letters of that code. */
  readonly count: number;
  readonly consumer: string;
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly message: string;
  readonly updatedAt: Date;
}

export interface SourceFigures {
  readonly name: string;
  readonly location: string;
  readonly kind: 'folder' | 'git' | 'uploads';
  readonly configured: boolean;
  readonly digests: number;
  readonly entries: number;
  readonly problems: number;
  readonly changedAt: Date | null;
  readonly scannedAt: Date | null;
  readonly untaken: number;
}

/** Everything that the status is made of, as it was at one moment. */
export interface StatusSnapshot {
  readonly digests: { readonly seen: number; readonly withEntries: number };
  readonly entries: number;
  readonly verdicts: readonly { readonly verdict: PaperVerdict; readonly count: number }[];
  readonly stages: readonly StageFigures[];
  readonly open: readonly OpenReceipts[];
  /** Asked of the watcher or the translator, and not yet carried out. */
  readonly requests: number;
  readonly letters: readonly StatusLetter[];
  readonly diagnostics: readonly { readonly severity: 'error' | 'warning'; readonly count: number }[];
  readonly brokenBlocks: readonly DiagnosticView[];
  readonly problems: { readonly rows: readonly ProblemView[]; readonly count: number };
  readonly sources: readonly SourceFigures[];
  /** The last signs of processes, those that died lately among them. */
  readonly processes: readonly ProcessRow[];
  readonly topicDifferences: readonly {
    readonly topic: string;
    readonly setting: string;
    readonly actual: string;
    readonly wanted: string;
  }[];
  /** Those that hold: how many of each kind, and what was noticed last. */
  readonly notices: { readonly counts: readonly NoticeCount[]; readonly latest: readonly NoticeRow[] };
}

/** Reads figures that agree with each other. */
@Injectable()
export class StatusRepository {
  readonly #database: Database;
  readonly #places: StagePlaces;
  readonly #notices: NoticeRepository;

  constructor(database: Database, places: StagePlaces, notices: NoticeRepository) {
    this.#database = database;
    this.#places = places;
    this.#notices = notices;
  }

  /** All statements see the same moment, so an event is never missed between two counts, nor counted twice. */
  async snapshot(): Promise<StatusSnapshot> {
    return this.#database.transaction(async (tx) => {
      await tx.run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return this.#read(tx);
    });
  }

  /**
   * What `/api/status` says of the stages alone.
   * @param others readers that are no stages, whose places are wanted too
   */
  async stages(others: readonly StageReader[] = []): Promise<{ figures: StageFigures[]; open: OpenReceipts[] }> {
    const figures = [
      ...(await this.#places.read(this.#database)),
      ...(others.length === 0 ? [] : await this.#places.read(this.#database, others)),
    ];
    return { figures, open: await this.#database.rows(OPEN) };
  }

  async #read(tx: Transaction): Promise<StatusSnapshot> {
    const [digests] = await tx.rows<StatusSnapshot['digests']>(DIGESTS);
    const [sum] = await tx.rows<{ entries: number }>(ENTRIES);
    const [asked] = await tx.rows<{ requests: number }>(REQUESTS);
    const [problems, problemCount] = await tx.manager.findAndCount(ProblemView, {
      where: { source: Raw((source) => `${source} NOT IN (${LEFT_SOURCES})`) },
      order: { lastSeen: 'DESC', source: 'ASC', path: 'ASC' },
      take: SHOWN,
    });
    return {
      digests: digests ?? { seen: 0, withEntries: 0 },
      entries: sum?.entries ?? 0,
      verdicts: await tx.rows(VERDICTS),
      stages: await this.#places.read(tx),
      open: await tx.rows(OPEN),
      requests: asked?.requests ?? 0,
      letters: await tx.rows(DEAD_LETTERS, [LETTERS_PER_CODE]),
      diagnostics: await tx.rows(DIAGNOSTICS),
      brokenBlocks: await tx.manager.find(DiagnosticView, {
        where: { severity: 'error' },
        order: { source: 'ASC', path: 'ASC', position: 'ASC' },
        take: SHOWN,
      }),
      problems: { rows: problems, count: problemCount },
      sources: await tx.rows(SOURCES),
      processes: await tx.rows(PROCESSES),
      topicDifferences: await tx.rows(TOPIC_DIFFERENCES),
      notices: { counts: await this.#notices.counts(tx), latest: await this.#notices.list(LATEST_NOTICES, tx) },
    };
  }
}
