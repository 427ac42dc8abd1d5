/**
 * The primary key of a row; `Row` is what lies under it. There is one object per key, so that keys are compared and
 * looked up by identity: rows are read a few thousand times in a run.
 */
export class Key<Row> {
  /** Never there: it ties the type of the row to the key. */
  declare readonly row?: Row;

  constructor(readonly name: string) {}
}

/** Rows of every kind, each under a key that knows its type. A key without a row reads as `undefined`. */
export class Rows {
  private readonly rows: Map<Key<unknown>, unknown>;

  constructor(from?: Rows) {
    this.rows = new Map(from?.rows);
  }

  get<Row>(key: Key<Row>): Row | undefined {
    // `set` is the only way in, and it takes a row of the key's own type.
    return this.rows.get(key) as Row | undefined;
  }

  has(key: Key<unknown>): boolean {
    return this.rows.has(key);
  }

  /** Puts a row under its key; `undefined` stands for a deleted row. */
  set<Row>(key: Key<Row>, row: Row | undefined): void {
    this.rows.set(key, row);
  }

  keys(): IterableIterator<Key<unknown>> {
    return this.rows.keys();
  }
}

/** What a service keeps about a subject: the revision that it came from or that it announced, and the content. */
export interface Versioned<Content> {
  readonly revision: number;
  readonly content: Content;
}

/** A table of keys, one for each name, made once for all runs. */
export function keyTable<Name extends string, Row>(
  names: readonly Name[],
  describe: (name: Name) => string,
): Readonly<Record<Name, Key<Row>>> {
  return tableOf(names, (name) => new Key<Row>(describe(name)));
}

/** One value for each name. */
export function tableOf<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  // `fromEntries` forgets which names went in; they are all of them.
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}
