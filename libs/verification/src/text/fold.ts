/** Code units that are written differently in the two scripts but mean the same; always one unit for one unit. */
const EQUIVALENTS = new Map<number, number>(
  Object.entries({
    '\u3000': ' ',
    '\u00a0': ' ',
    '\u2009': ' ',
    '\u202f': ' ',
    '\t': ' ',
    '、': ',',
    '﹑': ',',
    '﹪': '%',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '–': '-',
    '—': '-',
    '―': '-',
    '−': '-',
    '‘': "'",
    '’': "'",
    '“': '"',
    '”': '"',
    '「': '"',
    '」': '"',
    '【': '[',
    '】': ']',
    '〔': '(',
    '〕': ')',
    '∼': '~',
    '〜': '~',
  }).map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)]),
);

/**
 * Full-width ASCII, spaces, dashes and quotes as ASCII. The result has the length of the text and the same offsets, so
 * whatever is found in it is found in the original.
 */
export function fold(text: string): string {
  let folded = '';
  let clean = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80 && unit !== 9) continue;
    if (unit >= 0x4e00 && unit <= 0x9fff) continue;
    const other = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : EQUIVALENTS.get(unit);
    if (other === undefined) continue;
    folded += text.slice(clean, index) + String.fromCharCode(other);
    clean = index + 1;
  }
  return clean === 0 ? text : folded + text.slice(clean);
}
