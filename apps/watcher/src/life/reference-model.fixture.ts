/** The folder whose rights are taken away. */
export const LOCKABLE = 'sub';
/** What a link may lead to that is not below the root. */
export const OUTSIDE = '..outside';

/** A file of the system: one content, any number of names. */
export interface Inode {
  readonly id: number;
  content: string;
  /** Every write and every touch leaves another timestamp. */
  writes: number;
  readable: boolean;
}

/** What bears a name: a file, or a symbolic link to a path below the root or to {@link OUTSIDE}. */
export type Name = { readonly inode: Inode } | { readonly linkTo: string };

/** What the watcher may announce in one round, and is to announce if nothing stops it. */
export interface Expected {
  readonly path: string;
  readonly revision: number;
  /** null: the path holds nothing any more. */
  readonly content: string | null;
}

interface Seen {
  readonly inode: Inode;
  readonly version: string;
}

/**
 * A folder and its watcher, as simple as they can be described: names and their files, and what a scan would conclude from
 * the scans before it. It knows nothing of stats, events, transactions or the database.
 */
export class ReferenceModel {
  readonly names = new Map<string, Name>();
  /** Whether the root can be seen; an empty folder in its place is as good as none. */
  away = false;
  /** Whether {@link LOCKABLE} can be listed. */
  locked = false;
  readonly placements = new Map<string, { revision: number; content: string | null }>();
  #inodes = 0;
  #sightings = new Map<string, { version: string; since: number }>();
  #absences = new Map<string, number>();
  readonly #stable: number;

  constructor(stable: number) {
    this.#stable = stable;
  }

  /** A new file. */
  inode(content: string): Inode {
    this.#inodes += 1;
    return { id: this.#inodes, content, writes: 0, readable: true };
  }

  file(path: string): Inode | null {
    const name = this.names.get(path);
    return name && 'inode' in name ? name.inode : null;
  }

  /** Whether a command may write here: a name that is free, or a file that is no link. */
  isFree(path: string): boolean {
    return !this.names.has(path);
  }

  /** A new process remembers nothing but what is stored. */
  restart(): void {
    this.#sightings = new Map();
    this.#absences = new Map();
  }

  /** What a scan at that moment leads to; {@link announced} says what of it came true. */
  round(now: number): Expected[] {
    if (this.away) {
      this.restart();
      return [];
    }
    const { seen, hidden } = this.#look();
    this.#sightings = new Map(
      [...seen].map(([path, { version }]) => {
        const last = this.#sightings.get(path);
        return [path, { version, since: last?.version === version ? last.since : now }];
      }),
    );
    const absences = new Map<string, number>();
    for (const [path, { content }] of this.placements) {
      if (content === null || seen.has(path) || hidden(path)) continue;
      absences.set(path, this.#absences.get(path) ?? now);
    }
    this.#absences = absences;
    return [...this.#takes(seen, now), ...this.#retractions(now)];
  }

  /** Remembers a revision that was announced. */
  announced({ path, revision, content }: Expected): void {
    this.placements.set(path, { revision, content });
  }

  /** What must be live, and what must be a problem, once everything has rested. */
  truth(): { readonly live: ReadonlyMap<string, string>; readonly problems: readonly string[] } {
    const { seen, hidden, problems } = this.#look();
    const live = new Map<string, string>();
    for (const [path, { inode }] of seen) if (inode.readable) live.set(path, inode.content);
    for (const [path, { content }] of this.placements) {
      // Of what cannot be looked at, what was known stays.
      const isUnknown = hidden(path) || seen.get(path)?.inode.readable === false;
      if (content !== null && isUnknown) live.set(path, content);
    }
    const unreadable = [...seen].filter(([, { inode }]) => !inode.readable).map(([path]) => path);
    return { live, problems: [...problems, ...unreadable].toSorted() };
  }

  *#takes(seen: ReadonlyMap<string, Seen>, now: number): Generator<Expected> {
    for (const [path, { inode }] of seen) {
      const { revision, content } = this.placements.get(path) ?? { revision: 0, content: null };
      if (!this.#rests(this.#sightings.get(path)?.since, now) || !inode.readable || inode.content === content) continue;
      yield { path, revision: revision + 1, content: inode.content };
    }
  }

  *#retractions(now: number): Generator<Expected> {
    for (const [path, since] of this.#absences) {
      const { revision } = this.placements.get(path) ?? { revision: 0 };
      if (this.#rests(since, now)) yield { path, revision: revision + 1, content: null };
    }
  }

  #rests(since: number | undefined, now: number): boolean {
    return since !== undefined && now - since >= this.#stable;
  }

  #look(): { seen: Map<string, Seen>; hidden: (path: string) => boolean; problems: string[] } {
    const seen = new Map<string, Seen>();
    const problems = this.locked ? [LOCKABLE] : [];
    for (const [path, name] of this.names) {
      if (this.#isLocked(path)) continue;
      const inode = 'inode' in name ? name.inode : this.#follow(name.linkTo, new Set([path]));
      if (inode) seen.set(path, { inode, version: `${inode.id}.${inode.writes}` });
      else problems.push(path);
    }
    const hidden = (path: string): boolean => this.#isLocked(path) || problems.includes(path);
    return { seen, hidden, problems };
  }

  #follow(path: string, passed: Set<string>): Inode | null {
    const name = this.names.get(path);
    if (!name || passed.has(path) || this.#isLocked(path)) return null;
    return 'inode' in name ? name.inode : this.#follow(name.linkTo, passed.add(path));
  }

  #isLocked(path: string): boolean {
    return this.locked && path.startsWith(`${LOCKABLE}/`);
  }
}
