import type { Key } from '../keys.ts';
import type { Place } from '../tables.ts';
import type { Steps, Transaction } from '../transaction.ts';

/** §3 A cursor moves forward only. */
export function* moveCursor(tx: Transaction, cursor: Key<Place>, place: Place): Steps {
  yield* tx.lock(cursor);
  tx.write(cursor, Math.max(place, tx.read(cursor) ?? place));
}
