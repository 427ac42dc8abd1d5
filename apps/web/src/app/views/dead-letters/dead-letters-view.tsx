export function DeadLettersView() {
  return null;
}
