/** Who gives a command, as far as it is known: who holds the token has no name. */
export function actorAt(address: string): string {
  return `api, from ${address}`;
}
