/** A paper that somebody keeps, with what its list shows. */
export interface SavedPaper {
  readonly arxivId: string;
  readonly en: string;
  readonly zh: string | null;
}

/** What one reader has read and saved on one device. */
export interface Marks {
  /** The latest first. */
  readonly saved: readonly SavedPaper[];
  /** Identifiers, the latest first. */
  readonly read: readonly string[];
}

/** Storage of a browser is small; what was read long ago may look unread again. */
const MOST_READ = 20_000;

export function readMarks(kept: string | null): Marks {
  let value: Partial<Record<keyof Marks, unknown>> = {};
  try {
    value = (JSON.parse(kept ?? '{}') ?? {}) as typeof value;
  } catch {
    // Nonsense is as good as nothing.
  }
  const list = (each: unknown): readonly unknown[] => (Array.isArray(each) ? each : []);
  return {
    saved: list(value.saved).filter((each): each is SavedPaper => {
      const paper = each as Partial<SavedPaper> | null;
      return typeof paper?.arxivId === 'string' && typeof paper.en === 'string';
    }),
    read: list(value.read).filter((each): each is string => typeof each === 'string'),
  };
}

export function toggleSaved(marks: Marks, paper: SavedPaper): Marks {
  const rest = marks.saved.filter(({ arxivId }) => arxivId !== paper.arxivId);
  return { ...marks, saved: rest.length < marks.saved.length ? rest : [paper, ...rest] };
}

export function markRead(marks: Marks, arxivId: string, isRead = true): Marks {
  const rest = marks.read.filter((each) => each !== arxivId);
  return { ...marks, read: isRead ? [arxivId, ...rest].slice(0, MOST_READ) : rest };
}
