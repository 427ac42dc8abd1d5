/** What `--format` takes; apart from the formats, so that the help loads none of them. */
export const FORMAT_NAMES = ['text', 'json', 'ndjson', 'sarif', 'github', 'html'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
