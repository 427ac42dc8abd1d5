/** What operators' views read of the api's answers (`/openapi.json`). */
interface Explained {
  readonly code: string;
  readonly meaning: string;
  readonly remedy: string;
}

export interface Problem extends Explained {
  readonly source: string;
  readonly path: string;
  readonly detail: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

export interface BrokenBlock extends Explained {
  readonly source: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly field: string | null;
  readonly message: string;
}

export interface Status {
  readonly digests: { readonly seen: number; readonly withEntries: number };
  readonly entries: number;
  readonly papers: number;
  readonly inFlight: number;
  readonly retrying: number;
  readonly dead: number;
  readonly verdicts: Readonly<Record<'accept' | 'flag' | 'retranslate' | 'unverified', number>>;
  readonly readiness: { readonly ready: boolean; readonly reasons: readonly string[] };
  readonly diagnostics: { readonly errors: number; readonly warnings: number };
  readonly problems: { readonly count: number; readonly latest: readonly Problem[] };
  readonly brokenBlocks: { readonly count: number; readonly first: readonly BrokenBlock[] };
  readonly deadLetters: readonly (Explained & { readonly count: number })[];
  readonly lastActivityAt: string | null;
  readonly version: string;
  readonly profile: 'embedded' | 'stack';
}

export interface DigestItem {
  readonly source: string;
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly date: string | null;
  readonly entries: number;
  readonly diagnostics: number;
  readonly state: 'waiting' | 'parsed' | 'retrying' | 'failed';
  readonly changedAt: string;
}

export interface DigestList {
  readonly items: readonly DigestItem[];
  readonly next: string | null;
}

export interface Durations {
  readonly p50: number | null;
  readonly p99: number | null;
  readonly count: number;
}

export interface FlowStage {
  readonly consumer: string;
  readonly topic: string;
  readonly perMinuteIn: number;
  readonly perMinuteOut: number;
  readonly lag: number;
  readonly oldestSeconds: number | null;
  readonly retrying: number;
  readonly oldestRetrySeconds: number | null;
  readonly dead: number;
  readonly latency: Durations;
  readonly movedAt: string | null;
}

export interface Flow {
  readonly at: string;
  readonly minutes: number;
  readonly stages: readonly FlowStage[];
  readonly endToEnd: Durations;
}

export interface DeadLetter {
  readonly consumer: string;
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly attempts: number;
  readonly redrives: number;
  readonly firstSeen: string;
  readonly updatedAt: string;
}

export interface DeadLetterGroup extends Explained {
  readonly consumer: string;
  readonly count: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

export interface DeadLetterList {
  readonly groups: readonly DeadLetterGroup[];
  readonly items: readonly DeadLetter[];
  readonly next: string | null;
}

export interface Retry {
  readonly consumer: string;
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly code: string | null;
  readonly message: string;
  readonly attempt: number;
  readonly redrives: number;
  readonly nextAt: string | null;
  readonly firstSeen: string;
}

export interface RetryList {
  readonly groups: readonly {
    readonly code: string | null;
    readonly meaning: string;
    readonly remedy: string;
    readonly consumer: string;
    readonly count: number;
    readonly nextAt: string | null;
  }[];
  readonly items: readonly Retry[];
  readonly next: string | null;
}

export interface Payload {
  readonly size: number;
  readonly isWhole: boolean;
  readonly json?: unknown;
  readonly text: string | null;
  readonly base64: string | null;
}

export interface Receipt {
  readonly status: 'done' | 'retrying' | 'dead';
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Payload | null;
}

export interface Hop {
  readonly consumer: string;
  readonly status: 'waiting' | 'done' | 'retrying' | 'dead';
  readonly attempts: number;
  readonly redrives: number;
  readonly firstSeen: string | null;
  readonly settledAt: string | null;
  readonly seconds: number | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly partition: number | null;
  readonly offset: string | null;
}

export interface TracedEvent {
  readonly eventId: string;
  readonly type: string | null;
  readonly topic: string;
  readonly key: string;
  readonly subject: string | null;
  readonly revision: number | null;
  readonly replayId: string | null;
  readonly announcedAt: string | null;
  readonly hops: readonly Hop[];
  readonly payload: Payload | null;
}

export interface Trace {
  readonly kind: 'paper' | 'event' | 'digest';
  readonly of: string;
  readonly isWhole: boolean;
  readonly events: readonly TracedEvent[];
  readonly seconds: number | null;
}

export type Counts = Readonly<Record<string, number>>;

export interface QualityRow {
  readonly key: string | null;
  readonly entries: number;
  readonly withoutChinese: number;
  readonly verdicts: { readonly title: Counts; readonly abstract: Counts };
  readonly severities: Counts;
  readonly issues: Counts;
}

export interface QualitySeries {
  readonly rows: readonly QualityRow[];
  readonly ratios: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly origins: readonly string[];
  readonly sources: readonly string[];
}

export interface SourceItem {
  readonly name: string;
  readonly location: string;
  readonly digests: number;
  readonly deleted: number;
  readonly entries: number;
  readonly papers: number;
  readonly waiting: number;
  readonly failed: number;
  readonly problems: number;
  readonly firstDate: string | null;
  readonly newestDate: string | null;
  readonly changedAt: string | null;
}

export interface SourceList {
  readonly items: readonly SourceItem[];
}
