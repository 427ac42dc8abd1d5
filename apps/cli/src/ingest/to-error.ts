import { classify, DiglotError } from '@diglot/domain';

/** An error of the file system is about the file. */
export function toError(thrown: unknown, file: string): DiglotError {
  if (thrown instanceof DiglotError) return thrown;
  if (thrown instanceof Error && 'code' in thrown && 'syscall' in thrown) {
    return new DiglotError('DIGLOT_FILE_UNREADABLE', thrown.message, { place: { file }, cause: thrown });
  }
  return classify(thrown);
}
