/** Where a source is written down. Sources of the command line are written nowhere. */
export interface DefinitionPlace {
  readonly file: string;
  /** Among the sources of the file, from 0. */
  readonly index: number;
  /** The line where the source begins, and those of its fields by their names in the file. */
  readonly line: number;
  readonly lines: Readonly<Record<string, number>>;
}

/** Something that may be written down. */
export interface Placed {
  readonly place?: DefinitionPlace;
}

/** A mistake with its file, line and field, where they are known: `diglot.config.json:3, field sources.0.folder: …`. */
export function mistakeAt({ place }: Placed, field: string, message: string): string {
  if (place === undefined) return message;
  const { file, index, line, lines } = place;
  return `${file}:${lines[field] ?? line}, field sources.${index}.${field}: ${message}`;
}

/** Which source it is, in the message of another: ` (sources.0, line 3)`. */
export function mention({ place }: Placed): string {
  return place === undefined ? '' : ` (sources.${place.index}, line ${place.line})`;
}
