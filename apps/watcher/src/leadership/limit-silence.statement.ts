import type { Session } from '@diglot/platform';

const LIMIT = `SELECT set_config('idle_session_timeout', $1, false)`;
const END = `RESET idle_session_timeout`;

/** Has the server end the session when nothing is said in it for so many milliseconds. */
export async function limitSilence(session: Session, milliseconds: number): Promise<void> {
  await session.rows(LIMIT, [String(milliseconds)]);
}

/** Takes that back: the connection goes to others. */
export async function endSilence(session: Session): Promise<void> {
  await session.run(END);
}
