/** A row for each figure. */
export function totalsTable(totals: object): string {
  return Object.entries(totals)
    .map(([name, count]) => `${Number(count).toLocaleString('en').padStart(10)}  ${words(name)}`)
    .join('\n');
}

/** `indexTables` is `index tables`. */
function words(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
