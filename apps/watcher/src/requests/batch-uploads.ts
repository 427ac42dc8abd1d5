import type { PlacementChange } from '../placements/change.ts';
import type { Upload } from './load-uploads.statement.ts';

/** Uploads that one transaction can take, by source. */
export interface UploadBatch {
  readonly ids: readonly string[];
  readonly bySource: ReadonlyMap<string, readonly PlacementChange[]>;
}

/** As many uploads, from the first on, as name no place twice: two contents of one place are two revisions. */
export function batchUploads(uploads: readonly Upload[]): UploadBatch {
  const places = new Set<string>();
  const ids: string[] = [];
  const bySource = new Map<string, PlacementChange[]>();
  for (const { id, source, path, sha256, bytes } of uploads) {
    const place = `${source}\n${path}`;
    if (places.has(place)) break;
    places.add(place);
    ids.push(id);
    const changes = bySource.get(source) ?? [];
    changes.push({ path, content: { sha256, bytes, seen: null, settled: true } });
    bySource.set(source, changes);
  }
  return { ids, bySource };
}
