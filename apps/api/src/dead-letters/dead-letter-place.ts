import { TOPICS } from '@diglot/contracts';

/** Where a dead letter points a person to. */
export interface DeadLetterPlace {
  readonly file: string | null;
  readonly line: number | null;
}

/** As `DiglotError` begins its message: the code, the file if there is one, the line. */
const PLACE = /^DIGLOT_[A-Z_]+: (.+?):(\d+)(?::\d+)?(?:,|:) /;

/** The file and the line of a dead letter: from what its error says, else from its key, which is a placement's. */
export function placeOf(letter: {
  readonly topic: string;
  readonly key: string;
  readonly message: string;
}): DeadLetterPlace {
  const [, file, line] = PLACE.exec(letter.message) ?? [];
  if (file !== undefined && line !== undefined) return { file, line: Number(line) };
  const isPlacement = letter.topic === TOPICS.digestDiscovered;
  return { file: isPlacement ? letter.key.split('\n').join('/') : null, line: null };
}
