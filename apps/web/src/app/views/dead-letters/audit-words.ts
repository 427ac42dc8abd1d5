/** What of a command's detail can be said in words; what it does not know stands in the whole. */
export interface AuditDetail {
  /** The filter or the thing that the command names, as pairs of a name that the page knows and a value. */
  readonly facts: readonly { readonly name: AuditFact; readonly value: string }[];
  /** The whole detail in lines, for those who want it; empty where there is none. */
  readonly whole: string;
}

/** In the order in which they are told. */
export const AUDIT_FACTS = [
  'refused',
  'arxivId',
  'field',
  'decision',
  'reviewer',
  'source',
  'path',
  'from',
  'errorCode',
  'consumer',
  'eventIds',
  'generation',
] as const;
export type AuditFact = (typeof AUDIT_FACTS)[number];

/** A detail is JSON that the command wrote; what is none, or has nothing that the page knows, is told as it is. */
export function auditDetail(detail: string): AuditDetail {
  const json = parsed(detail);
  if (json === null) return { facts: [], whole: detail };
  const isRefused = 'refused' in json;
  const facts = AUDIT_FACTS.flatMap((name) => {
    // A refused command has no path but that of its route, which its name says.
    if (isRefused && name === 'path') return [];
    const value = said(json[name]);
    return value === null ? [] : [{ name, value }];
  });
  return { facts, whole: Object.keys(json).length === 0 ? '' : JSON.stringify(json, null, 2) };
}

function parsed(detail: string): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(detail);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : null;
  } catch {
    return null;
  }
}

/** Of a list, how long it is: what is in it stands in the whole. */
function said(value: unknown): string | null {
  if (Array.isArray(value)) return String(value.length);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}
