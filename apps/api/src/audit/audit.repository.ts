import { Injectable } from '@nestjs/common';
import { Database } from '@diglot/platform';

export interface AuditEntryRow {
  /** Rises with time. */
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly command: string;
  readonly outcome: 'done' | 'refused';
  readonly reason: string;
  readonly detail: string;
  readonly affected: number;
}

const LIST = `
  SELECT id, at, actor, command, outcome, reason, detail, affected FROM pipeline.command_view
  WHERE $1::bigint IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`;

/** Who gave which command. */
@Injectable()
export class AuditRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param before id of the last one of the page before */
  async list(before: string | null, rows: number): Promise<AuditEntryRow[]> {
    return this.#database.rows<AuditEntryRow>(LIST, [before, rows]);
  }
}
