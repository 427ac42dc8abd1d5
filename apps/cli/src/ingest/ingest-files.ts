import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { classify, DiglotError } from '@diglot/domain';
import { readDigest } from '@diglot/formats';
import type { DiglotClient } from './diglot-client.ts';
import type { FileToIngest } from './name-source.ts';
import type { IngestedFile } from './ingest-totals.ts';
import { refuseLarge } from './refuse-large.ts';
import { toError } from './to-error.ts';

/** Files on their way at once. */
const TOGETHER = 4;

/** Told of a file that is bad, and of every file that is done. */
export interface IngestListener {
  readonly onBad: (error: DiglotError) => void;
  readonly onDone: (file: IngestedFile) => void;
}

/**
 * Hands files over, several at once. What a source holds already is not sent again, so what was interrupted goes on where it
 * was. A file that no reader knows is handed over too: it is kept, and shown as a dead letter, until one does.
 * @param signal begins no more files; those on their way are waited for, so that the listener has heard of all that was sent
 * @throws the reason of the signal; DiglotError when nothing more can be handed over: the token is wrong, the source is
 * watched, nobody answers
 */
export async function ingestFiles(
  files: readonly FileToIngest[],
  client: DiglotClient,
  listener: IngestListener,
  signal: AbortSignal,
): Promise<void> {
  const known = new Map<string, ReadonlyMap<string, string>>();
  for (const source of new Set(files.map((each) => each.source))) known.set(source, await client.known(source));
  const pending = files.values();
  const failure = new AbortController();
  const end = AbortSignal.any([signal, failure.signal]);
  const work = async (): Promise<void> => {
    for (const each of pending) {
      if (end.aborted) return;
      listener.onDone(await ingestFile(each, client, known.get(each.source)?.get(each.path), listener));
    }
  };
  const workers = Array.from({ length: TOGETHER }, () => work().catch((thrown: unknown) => failure.abort(thrown)));
  await Promise.all(workers);
  end.throwIfAborted();
}

async function ingestFile(
  { file, source, path }: FileToIngest,
  client: DiglotClient,
  held: string | undefined,
  { onBad }: IngestListener,
): Promise<IngestedFile> {
  let bytes: Buffer;
  try {
    bytes = await read(file);
  } catch (thrown) {
    onBad(toError(thrown, file));
    return { arxivIds: [], outcome: null, isBad: true };
  }
  const { arxivIds, isBad } = look(bytes, file, onBad);
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (hash === held) return { arxivIds, outcome: 'unchanged', isBad };
  try {
    return { arxivIds, outcome: await client.upload(source, path, bytes), isBad };
  } catch (thrown) {
    const error = classify(thrown);
    // This file alone is refused; anything else would befall the next one too.
    if (error.code !== 'DIGLOT_REQUEST_INVALID' && error.code !== 'DIGLOT_DIGEST_TOO_LARGE') throw thrown;
    onBad(new DiglotError(error.code, error.detail, { place: { file } }));
    return { arxivIds, outcome: null, isBad: true };
  }
}

async function read(file: string): Promise<Buffer> {
  refuseLarge((await stat(file)).size, file);
  return await readFile(file);
}

/** Reads a digest as the parser will: the api only answers what became of the file. */
function look(
  bytes: Buffer,
  file: string,
  onBad: (error: DiglotError) => void,
): Pick<IngestedFile, 'arxivIds' | 'isBad'> {
  try {
    return { arxivIds: readDigest(bytes, { path: file }).entries.map(({ arxivId }) => arxivId), isBad: false };
  } catch (thrown) {
    onBad(toError(thrown, file));
    return { arxivIds: [], isBad: true };
  }
}
