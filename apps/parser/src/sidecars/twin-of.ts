/** A flat copy of a tree has `__` where the tree had `/`. */
const LAST_PART = /^(.*(?:\/|__))?(.*)$/s;
const EXTENSION = /\.[A-Za-z0-9]+$/;

/** A file without digests of its own whose name says that it is a sidecar. */
const SIDECAR_NAME = /\.jsonl?$/i;

/** A live file of a source, as the parser knows it. */
export interface LiveFile {
  readonly path: string;
  readonly kind: string | null;
}

/** Whether a file is a sidecar; an empty one is known by its name alone. */
export function isSidecar({ path, kind }: LiveFile): boolean {
  return kind === 'sidecar' || (kind === 'empty' && SIDECAR_NAME.test(path));
}

/** Finds the digests that sidecars are the twins of. */
export class Twins<File extends LiveFile> {
  readonly #digests = new Map<string, File>();

  /** @param files all of one source, in any order */
  constructor(files: readonly File[]) {
    const digests = files.filter((file) => (file.kind === 'digest' || file.kind === 'empty') && !isSidecar(file));
    // Where two names differ in case or extension alone, the first by name counts.
    for (const file of digests.toSorted((a, b) => (a.path < b.path ? 1 : -1)))
      this.#digests.set(nameOf(file.path), file);
  }

  /**
   * The digest beside `topic/LLM_related_papers.jsonl` is `topic/LLM_related_papers.md`; beside `AI/papers.jsonl` it is
   * `AI/README.md`.
   * @returns null where there is none
   */
  of(sidecar: string): File | null {
    const name = nameOf(sidecar);
    const [, folder = '', own] = LAST_PART.exec(name) ?? [];
    return this.#digests.get(name) ?? (own === 'papers' ? this.#digests.get(`${folder}readme`) : undefined) ?? null;
  }
}

/** Without its extension, in small letters. */
function nameOf(path: string): string {
  return path.replace(EXTENSION, '').toLowerCase();
}
