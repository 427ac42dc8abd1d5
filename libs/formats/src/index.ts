export {
  DIGEST_FIELDS,
  LONGEST_BLOCK,
  MAX_DIAGNOSTICS,
  MAX_ENTRIES,
  type Diagnostic,
  type DiagnosticSeverity,
  type DigestDocument,
  type DigestField,
  type DigestFile,
  type EmptyDocument,
  type IndexRow,
  type IndexTableDocument,
  type ParsedEntry,
  type ReadOptions,
  type SidecarDocument,
  type SidecarRecord,
} from './digest-file.ts';
export { hashPaperText } from './hash-paper-text.ts';
export { parseDigest, readDigest, readDigestInSteps } from './read-digest.ts';
export { renderDigest } from './readers/digest/render-digest.ts';
export { findRemarks, type Remark } from './text/remarks.ts';
export { runSteps, type Steps } from './steps.ts';
export { digestDateFromPath, digestSectionFromPath, type DigestSection } from './paths/digest-path.ts';
export { pathRule, usualPathRule, type PathKnowledge, type PathRule } from './paths/path-rule.ts';
export { statedSection, type StatedSection } from './paths/stated-section.ts';
