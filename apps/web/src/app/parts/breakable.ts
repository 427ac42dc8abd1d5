/** Characters without a space that no language writes in a row: somebody's key got stuck, or worse. */
const ENDLESS = /[^\s\p{Script=Han}]{80,}/gu;
const CHUNK = /.{1,40}/gsu;

/**
 * Cuts text where a line may be broken although nothing in it says so. Browsers need seconds to lay out words of many
 * thousand characters which they have to break wherever a line ends.
 * @returns pieces that make up the text; one, where it is like all other texts
 */
export function breakable(text: string): string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const { index, 0: word } of text.matchAll(ENDLESS)) {
    const [first = '', ...rest] = word.match(CHUNK) ?? [];
    pieces.push(text.slice(end, index) + first, ...rest);
    end = index + word.length;
  }
  const last = text.slice(end);
  if (last !== '' || pieces.length === 0) pieces.push(last);
  return pieces;
}
