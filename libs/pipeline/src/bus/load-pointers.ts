import type { LogRecord } from './bus.port.ts';
import type { PointerLoader } from './pointer-loader.ts';

/**
 * Pointers become the current states of their keys, each once, at the place of the key's last pointer. One that points
 * to nothing stays as it is: without attributes it can only become a dead letter, where somebody sees it.
 */
export async function loadPointers(pointers: readonly LogRecord[], load: PointerLoader): Promise<LogRecord[]> {
  const last = new Map(pointers.map((pointer) => [pointer.key, pointer]));
  const states = await load([...last.keys()]);
  return pointers
    .filter((pointer) => last.get(pointer.key) === pointer)
    .map((pointer) => {
      const state = states.get(pointer.key);
      return state ? { ...pointer, headers: state.headers, value: state.value } : pointer;
    });
}
