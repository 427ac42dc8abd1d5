import { DiglotError, parseArxivReference, type ArxivId } from '@diglot/domain';

/** @throws DiglotError `DIGLOT_NOT_FOUND` when it is no arXiv identifier in any spelling */
export function toArxivId(text: string): ArxivId {
  const reference = parseArxivReference(text);
  if (!reference) throw new DiglotError('DIGLOT_NOT_FOUND', `${JSON.stringify(text)} is no arXiv identifier`);
  return reference.id;
}

export function unknownPaper(arxivId: ArxivId): DiglotError {
  return new DiglotError('DIGLOT_NOT_FOUND', `no digest prints ${arxivId}`);
}
