import type { ArxivId, ErrorCode, PaperText } from '@diglot/domain';

/** One paper's block as a file prints it. */
export interface ParsedEntry extends PaperText {
  readonly arxivId: ArxivId;
  /** An id may stand several times in one file: the first is 1. */
  readonly ordinal: number;
  /** Line of its title, from 1. */
  readonly line: number;
}

/** `error`: a block gives no entry · `warning`: the entry stands, but somebody should look. */
export type DiagnosticSeverity = 'error' | 'warning';

/** The fields of a block, as diagnostics name them. */
export const DIGEST_FIELDS = ['title', 'title-zh', 'authors', 'link', 'abstract', 'abstract-zh'] as const;
export type DigestField = (typeof DIGEST_FIELDS)[number];

/** What is wrong with one block of a file whose other blocks may be fine. */
export interface Diagnostic {
  /** One of `DIGLOT_BLOCK_*`. */
  readonly code: ErrorCode;
  /** From 1. */
  readonly line: number;
  /** UTF-16 code units from 1, as editors count. */
  readonly column: number;
  readonly field?: DigestField;
  readonly message: string;
  readonly severity: DiagnosticSeverity;
}

interface ReadFile<Kind extends string> {
  readonly kind: Kind;
  /** In the order of the file. */
  readonly entries: readonly ParsedEntry[];
  /** In the order of the file, the first {@link MAX_DIAGNOSTICS} of them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Diagnostics beyond those: a hostile file must not fill the memory with complaints about itself. */
  readonly omittedDiagnostics: number;
}

/** Papers, one block each. */
export type DigestDocument = ReadFile<'digest'>;

/** Nothing but white space; common, where a topic had no papers that day. */
export type EmptyDocument = ReadFile<'empty'>;

/** One row of an index table. */
export interface IndexRow {
  /** A subject (`AI`) or a day (`4-Mar-2025`), as printed. */
  readonly label: string;
  readonly link: string | null;
  /** What the table claims, which need not be true; null where it prints no number. */
  readonly papers: number | null;
  /** From 1. */
  readonly line: number;
}

/** A table of contents of a day, a topic or a repository; it holds no papers. */
export interface IndexTableDocument extends ReadFile<'index-table'> {
  readonly rows: readonly IndexRow[];
}

/** One line of a sidecar: what a digest prints in a block, but with the address of the abstract page. */
export interface SidecarRecord {
  readonly arxivId: ArxivId;
  readonly paper: PaperText;
  /** From 1. */
  readonly line: number;
}

/** The machine-readable twin of a digest, one record a line; it can confirm a digest, and holds no entries itself. */
export interface SidecarDocument extends ReadFile<'sidecar'> {
  readonly records: readonly SidecarRecord[];
}

/** What a file turned out to be. */
export type DigestFile = DigestDocument | EmptyDocument | IndexTableDocument | SidecarDocument;

/**
 * The longest block, in UTF-16 code units, that gives an entry: seven times the longest one of 347,000 real blocks. It is
 * read in one step, and is an event far below the largest that the log takes, whatever JSON makes of its characters.
 */
export const LONGEST_BLOCK = 131_072;

/** The most entries that a file may have, thirty times as many as any real one: they all go through one transaction. */
export const MAX_ENTRIES = 20_000;

/** How many diagnostics a result lists. */
export const MAX_DIAGNOSTICS = 1_000;

/** What the reader is told about a file besides its bytes. */
export interface ReadOptions {
  /** Named in errors; never opened. */
  readonly path: string;
}
