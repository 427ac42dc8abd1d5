/**
 * What the api takes and gives, made of its OpenAPI document: `npm run client` writes this file.
 */
export interface paths {
    readonly "/api/facets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many papers match, and how they are spread over verdicts, sources, categories, issues and days */
        readonly get: operations["facets"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/history/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every translation that was seen of a paper, and how its state changed */
        readonly get: operations["history"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/diff/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What differs between two translations of a paper */
        readonly get: operations["diff"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/days": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What came of each day, and whether it is complete */
        readonly get: operations["days"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sources": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where digests come from, and what came */
        readonly get: operations["sources"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/quality": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Issues, verdicts and lengths over time, by source or by who translated */
        readonly get: operations["quality"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/flow": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Rates, lag, ages and durations of every stage */
        readonly get: operations["flow"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What every code of an error and every kind of notice means, and what to do about it, in both languages */
        readonly get: operations["codes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/retries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Events that are tried again, the next first */
        readonly get: operations["retries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/receipts/{consumer}/{eventId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a consumer knows of one event, with its payload while that is kept */
        readonly get: operations["receipt"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/trace/{of}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every hop of a paper, an event or a digest */
        readonly get: operations["trace"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/review-queue": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Texts that are shown and wait for a person, with what was found in them */
        readonly get: operations["reviewQueue"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/reviews": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What persons said of texts, the latest of each pair */
        readonly get: operations["reviews"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Accepts, rejects or edits a Chinese text wherever it is printed, or takes that back; the same again changes nothing */
        readonly post: operations["review"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What the check finds in a text, before it is given as a review; nothing is stored */
        readonly post: operations["verify"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/gold.jsonl": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was reviewed, one labelled pair a line, for `npm run eval:verification -- --gold` */
        readonly get: operations["gold"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/digests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Digests where they lie, the newest first */
        readonly get: operations["digests"];
        readonly put?: never;
        /** Hands over a digest, as it is, of 64 MiB at most; the same one again changes nothing */
        readonly post: operations["upload"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sources/forget": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Retracts all that a source prints; one that is watched must be taken out of the configuration first */
        readonly post: operations["forget"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/dead-letters/redrive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Puts dead letters back to work, with all their attempts; or counts them */
        readonly post: operations["redrive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/dead-letters/give-up": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Turns events that are being retried into dead letters; or counts them */
        readonly post: operations["giveUp"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/retries/retry-now": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Lets events have their next attempt within seconds; or counts them */
        readonly post: operations["retryNow"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Has digests read again, after the code that reads them has changed; what comes out the same changes nothing */
        readonly post: operations["replay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/re-verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Has all texts judged again, the newest first; what comes out the same changes nothing */
        readonly post: operations["reVerify"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/timed-work": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far replays and re-verifications are */
        readonly get: operations["timedWork"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who gave which command when and why, and which were refused; the latest first */
        readonly get: operations["audit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What changes, as it happens: server-sent events `changes` with topics, counts and keys, and `reset` when too much was missed */
        readonly get: operations["events"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/feed.rss": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The newest papers of any query as RSS 2.0 */
        readonly get: operations["feedRss"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/feed.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The newest papers of any query as JSON Feed 1.1 */
        readonly get: operations["feedJson"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/export.ndjson": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All papers of any query, one JSON document a line, the newest first */
        readonly get: operations["exportNdjson"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/export.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All papers of any query as CSV (RFC 4180), in UTF-8 after a byte-order mark; a cell that a spreadsheet would take for a formula has a `'` before it */
        readonly get: operations["exportCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/export.parquet": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All papers of any query as Apache Parquet */
        readonly get: operations["exportParquet"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/digests/{sha256}.md": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A digest in its own format, with the best translations known */
        readonly get: operations["repairedDigest"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/asyncapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every event on the topics, as an AsyncAPI 3.1 document */
        readonly get: operations["asyncApi"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/asyncapi": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The same, to be read */
        readonly get: operations["asyncApiPage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/schemas/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The JSON Schema of an event, as `ce_dataschema` names it: `paper.state.v1.json` */
        readonly get: operations["eventSchema"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was taken, what is under way, what is wrong: all of one moment */
        readonly get: operations["status"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/notices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is noticed about sources as a whole, though every file may be fine */
        readonly get: operations["notices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/papers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Papers, the newest first; searched and filtered */
        readonly get: operations["papers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/papers/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One paper in both languages, with its verdicts and issues */
        readonly get: operations["paper"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/digests/{sha256}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One digest with what is wrong in it */
        readonly get: operations["digest"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/digests/{sha256}/bytes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The bytes of a digest, as they were found */
        readonly get: operations["digestBytes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/dead-letters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Events that cannot be processed, the latest first */
        readonly get: operations["deadLetters"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/livez": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the process goes on by itself (200) or only a restart helps (503), and why */
        readonly get: operations["livez"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Figures in the text format of Prometheus; in the embedded profile, where one process is all of Diglot */
        readonly get: operations["metrics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether it can do its work (200) or not (503), and why not */
        readonly get: operations["readyz"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Error: {
            /** @description `urn:diglot:error:CODE` */
            readonly type: string;
            /** @description What the code means */
            readonly title: string;
            readonly status: number;
            readonly detail: string;
            readonly error: {
                readonly code: string;
                /** @description What the code means */
                readonly message: string;
                /** @description What is wrong in this case */
                readonly detail: string;
                /** @description What can be done about it */
                readonly remedy: string;
                /** @description The part of the request that is wrong */
                readonly field?: string;
            };
        };
        readonly Redrive: {
            readonly eventIds?: readonly string[];
            readonly consumer?: string;
            readonly code?: string;
            /**
             * @description Says that no condition is meant to hold
             * @constant
             */
            readonly all?: true;
            /** @description Goes into the audit */
            readonly reason: string;
            /**
             * @description Only count
             * @default false
             */
            readonly dryRun: boolean;
        };
        readonly GiveUp: {
            readonly eventIds?: readonly string[];
            readonly consumer?: string;
            readonly code?: string;
            /**
             * @description Says that no condition is meant to hold
             * @constant
             */
            readonly all?: true;
            /** @description Goes into the audit */
            readonly reason: string;
            /**
             * @description Only count
             * @default false
             */
            readonly dryRun: boolean;
        };
        readonly RetryNow: {
            readonly eventIds?: readonly string[];
            readonly consumer?: string;
            readonly code?: string;
            /**
             * @description Says that no condition is meant to hold
             * @constant
             */
            readonly all?: true;
            /** @description Goes into the audit */
            readonly reason: string;
            /**
             * @description Only count
             * @default false
             */
            readonly dryRun: boolean;
        };
        readonly ReceiptsResult: {
            readonly dryRun: boolean;
            /** @description Events that it concerns */
            readonly count: number;
        };
        readonly Replay: {
            /**
             * Format: date
             * @description Digests of this day and later are read again
             */
            readonly from: string;
            readonly source?: string;
            /** @description Goes into the audit */
            readonly reason: string;
            /**
             * @description Only count
             * @default false
             */
            readonly dryRun: boolean;
        };
        readonly ReplayResult: {
            readonly dryRun: boolean;
            /** @description Digests, where they lie, that are announced again */
            readonly count: number;
            /** @description null: it was only counted */
            readonly replayId: string | null;
        };
        readonly ReVerification: {
            /** @description Goes into the audit */
            readonly reason: string;
            /**
             * @description Only count
             * @default false
             */
            readonly dryRun: boolean;
        };
        readonly ReVerificationResult: {
            readonly dryRun: boolean;
            /** @description Entries whose texts are judged again */
            readonly count: number;
            /** @description null: it was only counted */
            readonly generation: number | null;
        };
        readonly RequestedReplay: {
            /** Format: uuid */
            readonly replayId: string;
            /**
             * Format: date
             * @description YYYY-MM-DD
             */
            readonly from: string;
            readonly source: string | null;
            readonly reason: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly requestedAt: string;
            readonly announced: number;
            /** @description Digests, where they lie, that are still to be announced as they lie now */
            readonly remaining: number;
            readonly finishedAt: string | null;
        };
        readonly RequestedReVerification: {
            readonly generation: number;
            readonly reason: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly requestedAt: string;
            readonly judged: number;
            readonly changed: number;
            readonly remaining: number;
            readonly finishedAt: string | null;
        };
        readonly TimedWork: {
            readonly replays: readonly components["schemas"]["RequestedReplay"][];
            readonly reVerifications: readonly components["schemas"]["RequestedReVerification"][];
        };
        readonly AuditEntry: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly at: string;
            readonly actor: string;
            readonly command: string;
            /** @enum {string} */
            readonly outcome: "done" | "refused";
            /** @description Empty when it was refused: the request was not read */
            readonly reason: string;
            /** @description What it was about, as JSON */
            readonly detail: string;
            readonly affected: number;
        };
        readonly AuditList: {
            readonly items: readonly components["schemas"]["AuditEntry"][];
            /** @description Cursor of the next page; null: this is the last */
            readonly next: string | null;
        };
        readonly DeadLetter: {
            readonly consumer: string;
            /** Format: uuid */
            readonly eventId: string;
            readonly topic: string;
            readonly key: string;
            readonly code: string;
            readonly message: string;
            readonly file: string | null;
            readonly line: number | null;
            readonly attempts: number;
            readonly redrives: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly firstSeen: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly updatedAt: string;
        };
        readonly DeadLetterList: {
            readonly groups: readonly {
                readonly code: string;
                readonly meaning: string;
                readonly remedy: string;
                readonly consumer: string;
                readonly count: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                readonly firstSeen: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                readonly lastSeen: string;
            }[];
            readonly items: readonly components["schemas"]["DeadLetter"][];
            /** @description Cursor of the next page; null: this is the last */
            readonly next: string | null;
        };
        readonly DigestItem: {
            readonly source: string;
            readonly path: string;
            readonly sha256: string;
            /** @description Bytes */
            readonly size: number;
            /** @description The day it speaks of, from its path */
            readonly date: string | null;
            /** @description What the file turned out to be; null: not known yet */
            readonly kind: string | null;
            readonly entries: number;
            readonly diagnostics: number;
            /** @enum {string} */
            readonly state: "waiting" | "parsed" | "retrying" | "failed";
            readonly revision: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly changedAt: string;
        };
        readonly DigestList: {
            readonly items: readonly components["schemas"]["DigestItem"][];
            /** @description Cursor of the next page; null: this is the last */
            readonly next: string | null;
        };
        readonly Digest: {
            readonly sha256: string;
            readonly size: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly storedAt: string;
            readonly placements: readonly {
                readonly source: string;
                readonly path: string;
                readonly date: string | null;
                readonly revision: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                readonly changedAt: string;
            }[];
            readonly kind: string | null;
            readonly entries: number;
            /** @description In the order of the file */
            readonly diagnostics: readonly {
                /**
                 * @description error: the block gave no entry
                 * @enum {string}
                 */
                readonly severity: "error" | "warning";
                readonly code: string;
                readonly meaning: string;
                readonly remedy: string;
                readonly line: number;
                readonly column: number;
                readonly field: string | null;
                readonly message: string;
            }[];
        };
        readonly Notice: {
            readonly source: string;
            /** @enum {string} */
            readonly kind: "days-missing" | "section-missing" | "papers-vanished" | "day-repeated" | "chinese-vanished" | "chinese-titles-vanished" | "authors-vanished" | "chinese-shortened" | "chinese-length-changed" | "chinese-garbled" | "index-differs" | "sidecar-differs";
            readonly meaning: string;
            readonly remedy: string;
            /** @description A category, a topic or a path; empty: the source */
            readonly about: string;
            readonly since: string | null;
            /** @description null with a first day: it goes on, as far as is known */
            readonly until: string | null;
            /** @description It does not hold any more */
            readonly retracted: boolean;
            /** @description What it was concluded from */
            readonly figures: {
                readonly [key: string]: number;
            };
            /** @description Single cases, at most ten */
            readonly details: readonly string[];
            readonly revision: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly noticedAt: string;
        };
        readonly NoticeList: {
            /** @description Of those that hold */
            readonly kinds: readonly {
                /** @enum {string} */
                readonly kind: "days-missing" | "section-missing" | "papers-vanished" | "day-repeated" | "chinese-vanished" | "chinese-titles-vanished" | "authors-vanished" | "chinese-shortened" | "chinese-length-changed" | "chinese-garbled" | "index-differs" | "sidecar-differs";
                readonly count: number;
            }[];
            readonly items: readonly components["schemas"]["Notice"][];
            /** @description Cursor of the next page; null: this is the last */
            readonly next: string | null;
        };
        readonly PaperSummary: {
            readonly arxivId: string;
            readonly version: number | null;
            readonly title: {
                readonly en: string;
                readonly zh: string | null;
            };
            readonly authors: readonly string[];
            readonly verdict: {
                /** @description null: there is no Chinese text to judge */
                readonly title: ("accept" | "flag" | "retranslate") | null;
                /** @description null: there is no Chinese text to judge */
                readonly abstract: ("accept" | "flag" | "retranslate") | null;
            };
            readonly status: {
                /** @enum {string} */
                readonly title: "pending" | "accepted" | "needs-review";
                /** @enum {string} */
                readonly abstract: "pending" | "accepted" | "needs-review";
            };
            readonly issueCounts: {
                readonly neutral: number;
                readonly minor: number;
                readonly major: number;
                readonly critical: number;
            };
            readonly firstDate: string | null;
            readonly newestDate: string | null;
            readonly sources: readonly string[];
            /** @description Under which it is printed */
            readonly categories: readonly string[];
            /** @description Under which it is printed */
            readonly topics: readonly string[];
            readonly marks: readonly ("replaced" | "withdrawn")[];
            /** @description Rises whenever the state of the paper changes */
            readonly revision: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly updatedAt: string;
            /** @description Where `q` matches */
            readonly matches: {
                readonly title: {
                    /** @description Half-open ranges of UTF-16 offsets */
                    readonly en: readonly (readonly [
                        number,
                        number
                    ])[];
                    /** @description Half-open ranges of UTF-16 offsets */
                    readonly zh: readonly (readonly [
                        number,
                        number
                    ])[];
                };
            } | null;
        };
        readonly PaperList: {
            readonly items: readonly components["schemas"]["PaperSummary"][];
            /** @description Cursor of the next page; null: this is the last */
            readonly next: string | null;
        };
        readonly Paper: {
            readonly arxivId: string;
            readonly version: number | null;
            readonly title: {
                readonly en: string;
                readonly zh: string | null;
            };
            readonly authors: readonly string[];
            readonly verdict: {
                /** @description null: there is no Chinese text to judge */
                readonly title: ("accept" | "flag" | "retranslate") | null;
                /** @description null: there is no Chinese text to judge */
                readonly abstract: ("accept" | "flag" | "retranslate") | null;
            };
            readonly status: {
                /** @enum {string} */
                readonly title: "pending" | "accepted" | "needs-review";
                /** @enum {string} */
                readonly abstract: "pending" | "accepted" | "needs-review";
            };
            readonly issueCounts: {
                readonly neutral: number;
                readonly minor: number;
                readonly major: number;
                readonly critical: number;
            };
            readonly firstDate: string | null;
            readonly newestDate: string | null;
            readonly sources: readonly string[];
            /** @description Under which it is printed */
            readonly categories: readonly string[];
            /** @description Under which it is printed */
            readonly topics: readonly string[];
            readonly marks: readonly ("replaced" | "withdrawn")[];
            /** @description Rises whenever the state of the paper changes */
            readonly revision: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly updatedAt: string;
            readonly abstract: {
                readonly en: string;
                readonly zh: string | null;
            };
            readonly score: {
                readonly title: number | null;
                readonly abstract: number | null;
            };
            readonly origin: {
                readonly title: ("digest" | "provider" | "person") | null;
                readonly abstract: ("digest" | "provider" | "person") | null;
            };
            /** @description Where the Chinese that is shown comes from */
            readonly provenance: {
                readonly title: {
                    /** @enum {string} */
                    readonly origin: "digest" | "provider" | "person";
                    /** @description `provider/model@prompt`, or a person; null: a digest */
                    readonly author: string | null;
                    readonly source: string | null;
                    readonly path: string | null;
                    readonly date: string | null;
                } | null;
                readonly abstract: {
                    /** @enum {string} */
                    readonly origin: "digest" | "provider" | "person";
                    /** @description `provider/model@prompt`, or a person; null: a digest */
                    readonly author: string | null;
                    readonly source: string | null;
                    readonly path: string | null;
                    readonly date: string | null;
                } | null;
            };
            /** @description What a person said of the Chinese that is shown */
            readonly review: {
                readonly title: {
                    /** @enum {string} */
                    readonly decision: "accepted" | "rejected" | "edited";
                    /** @description The name that the person gave */
                    readonly reviewer: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC
                     */
                    readonly reviewedAt: string;
                } | null;
                readonly abstract: {
                    /** @enum {string} */
                    readonly decision: "accepted" | "rejected" | "edited";
                    /** @description The name that the person gave */
                    readonly reviewer: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC
                     */
                    readonly reviewedAt: string;
                } | null;
            };
            /** @description Which sentences of both languages belong together, in order */
            readonly alignment: {
                readonly title: readonly {
                    /** @description null: the Chinese has no counterpart */
                    readonly en: readonly [
                        number,
                        number
                    ] | null;
                    /** @description null: the English has no counterpart */
                    readonly zh: readonly [
                        number,
                        number
                    ] | null;
                }[];
                readonly abstract: readonly {
                    /** @description null: the Chinese has no counterpart */
                    readonly en: readonly [
                        number,
                        number
                    ] | null;
                    /** @description null: the English has no counterpart */
                    readonly zh: readonly [
                        number,
                        number
                    ] | null;
                }[];
            };
            readonly issues: readonly {
                /** @enum {string} */
                readonly field: "title" | "abstract";
                /**
                 * @description Stable name of what is wrong; none changes its meaning.
                 * @enum {string}
                 */
                readonly code: "empty" | "identical-to-source" | "wrong-language" | "title-as-abstract" | "length" | "omission" | "addition" | "unrelated" | "truncated" | "untranslated-text" | "untranslated-word" | "number" | "entity" | "chatter" | "repetition" | "duplicate-field" | "markup" | "link" | "latex" | "negation" | "terminology" | "script";
                /** @description Type of MQM (Multidimensional Quality Metrics), such as `accuracy/omission`; `custom/…` where MQM has none. */
                readonly type: string;
                /**
                 * @description How much it harms a reader, rising: neutral, minor, major, critical.
                 * @enum {string}
                 */
                readonly severity: "neutral" | "minor" | "major" | "critical";
                /** @description Calibrated probability, 0 to 1, that a careful reader would agree. */
                readonly probability: number;
                /** @description Where in the English text that was judged; empty: it is about the whole. */
                readonly source: readonly (readonly [
                    number,
                    number
                ])[];
                /** @description Where in the Chinese text that was judged; empty: it is about the whole. */
                readonly target: readonly (readonly [
                    number,
                    number
                ])[];
                /** @description The finding as a sentence, for both kinds of reader. */
                readonly message: {
                    /** @description In English. */
                    readonly en: string;
                    /** @description In Chinese. */
                    readonly zh: string;
                };
                /** @description What the rule saw, by names of its own; for people and logs, not for programs. */
                readonly evidence: {
                    readonly [key: string]: string | number;
                };
                /** @description The rule that found it. */
                readonly check: string;
                /** @description Version of that rule. */
                readonly version: string;
            }[];
            /** @description As printed; it may be anything */
            readonly link: string;
            /**
             * Format: uri
             * @description The abstract page at arXiv
             */
            readonly url: string;
            /** @description Where it is printed */
            readonly occurrences: readonly {
                readonly source: string;
                readonly path: string;
                readonly category: string | null;
                readonly topic: string | null;
                readonly version: number | null;
                /** @description An id may stand several times in one file */
                readonly ordinal: number;
                /** @description Line of its title */
                readonly line: number | null;
                readonly date: string | null;
                readonly sha256: string | null;
            }[];
            /** @description Where `q` matches */
            readonly matches: {
                readonly title: {
                    /** @description Half-open ranges of UTF-16 offsets */
                    readonly en: readonly (readonly [
                        number,
                        number
                    ])[];
                    /** @description Half-open ranges of UTF-16 offsets */
                    readonly zh: readonly (readonly [
                        number,
                        number
                    ])[];
                };
                readonly abstract: {
                    /** @description Half-open ranges of UTF-16 offsets */
                    readonly en: readonly (readonly [
                        number,
                        number
                    ])[];
                    /** @description Half-open ranges of UTF-16 offsets */
                    readonly zh: readonly (readonly [
                        number,
                        number
                    ])[];
                };
            } | null;
        };
        readonly Codes: {
            readonly errors: {
                readonly [key: string]: {
                    /** @enum {string} */
                    readonly class: "Invalid" | "Transient" | "Throttled" | "Unavailable" | "Stale" | "Bug" | "Fatal";
                    readonly en: {
                        readonly meaning: string;
                        /** @description What can be done about it */
                        readonly remedy: string;
                    };
                    readonly zh: {
                        readonly meaning: string;
                        /** @description What can be done about it */
                        readonly remedy: string;
                    };
                };
            };
            /** @description By their kinds */
            readonly notices: {
                readonly [key: string]: {
                    readonly en: {
                        readonly meaning: string;
                        /** @description What can be done about it */
                        readonly remedy: string;
                    };
                    readonly zh: {
                        readonly meaning: string;
                        /** @description What can be done about it */
                        readonly remedy: string;
                    };
                };
            };
        };
        readonly DayList: {
            readonly items: readonly {
                /**
                 * Format: date
                 * @description YYYY-MM-DD
                 */
                readonly date: string;
                readonly source: string;
                /** @enum {string} */
                readonly state: "complete" | "partial" | "missing";
                readonly digests: number;
                /** @description Digests that could not be parsed */
                readonly failed: number;
                /** @description Digests that are not parsed yet */
                readonly waiting: number;
                readonly entries: number;
                /** @description Distinct ones among its entries */
                readonly papers: number;
                /** @description Entries that print a Chinese abstract */
                readonly withChinese: number;
                /** @description Of its entries */
                readonly issues: number;
                /** @description Feeds that lack this day (notice `days-missing`); empty text: the source itself */
                readonly missing: readonly string[];
                /** @description When the first digest of that day was taken */
                readonly firstAt: string | null;
                readonly lastAt: string | null;
            }[];
            /** @description Distinct papers of each day, whoever prints them; the newest first */
            readonly totals: readonly {
                /**
                 * Format: date
                 * @description YYYY-MM-DD
                 */
                readonly date: string;
                readonly papers: number;
            }[];
            /** @description Feeds of which nothing comes any more (notice `days-missing`); their days are no items */
            readonly silences: readonly {
                readonly source: string;
                /** @description The folder that holds its days; empty: the source itself */
                readonly feed: string;
                /**
                 * Format: date
                 * @description The first working day of which nothing came
                 */
                readonly since: string;
                /**
                 * Format: date
                 * @description Today (UTC), for it goes on
                 */
                readonly until: string;
            }[];
        };
        readonly PaperFacets: {
            /** @description Papers that match; exactly, unless `isExact` says otherwise */
            readonly count: number;
            /** @description false: so many at most. Counts of phrases that very many papers hold are bounds */
            readonly isExact: boolean;
            /** @description The most frequent first */
            readonly verdicts: readonly {
                readonly value: string;
                readonly count: number;
            }[];
            /** @description Of the abstract */
            readonly statuses: readonly {
                readonly value: string;
                readonly count: number;
            }[];
            /** @description The most frequent first */
            readonly sources: readonly {
                readonly value: string;
                readonly count: number;
            }[];
            /** @description The most frequent first */
            readonly categories: readonly {
                readonly value: string;
                readonly count: number;
            }[];
            /** @description The most frequent first */
            readonly topics: readonly {
                readonly value: string;
                readonly count: number;
            }[];
            /** @description The most frequent first */
            readonly issues: readonly {
                readonly value: string;
                readonly count: number;
            }[];
            /** @description Newest day of each paper, the newest first */
            readonly dates: readonly {
                readonly date: string | null;
                readonly count: number;
            }[];
        };
        readonly Flow: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly at: string;
            readonly minutes: number;
            /** @description In the order of the way */
            readonly stages: readonly {
                readonly consumer: string;
                readonly topic: string;
                /** @description Announced to it */
                readonly perMinuteIn: number;
                /** @description Settled by it */
                readonly perMinuteOut: number;
                readonly lag: number;
                /** @description Age of the oldest event that it has not taken */
                readonly oldestSeconds: number | null;
                readonly retrying: number;
                readonly oldestRetrySeconds: number | null;
                readonly dead: number;
                /** @description From announced to settled, in seconds */
                readonly latency: {
                    /** @description null: nothing was settled in that time */
                    readonly p50: number | null;
                    /** @description null: nothing was settled in that time */
                    readonly p99: number | null;
                    readonly count: number;
                };
                readonly movedAt: string | null;
            }[];
            /** @description Who is told of every change of a paper; they hold up no stage */
            readonly webhooks: readonly {
                readonly name: string;
                readonly consumer: string;
                /** @description false: it was, and is told nothing any more */
                readonly configured: boolean;
                /** @description Settled by it */
                readonly perMinuteOut: number;
                /** @description States that it is still to be told of */
                readonly lag: number;
                readonly oldestSeconds: number | null;
                readonly retrying: number;
                readonly oldestRetrySeconds: number | null;
                readonly dead: number;
            }[];
            /** @description From a digest taken to its papers found by search, in seconds, per digest */
            readonly endToEnd: {
                /** @description null: nothing was settled in that time */
                readonly p50: number | null;
                /** @description null: nothing was settled in that time */
                readonly p99: number | null;
                readonly count: number;
            };
        };
        readonly PaperHistory: {
            readonly arxivId: string;
            readonly revision: number;
            /** @description Of the paper, as digests name them */
            readonly versions: readonly {
                readonly version: number | null;
                readonly entries: number;
                readonly firstDate: string | null;
                readonly newestDate: string | null;
            }[];
            /** @description Every Chinese text of a live entry or translation, the best first */
            readonly translations: readonly {
                /** @description Of the Chinese text */
                readonly hash: string;
                /** @enum {string} */
                readonly genre: "title" | "abstract";
                /** @description Of the English text that it translates */
                readonly sourceHash: string;
                readonly zh: string;
                readonly isShown: boolean;
                /** @description Whether it translates the English that is shown */
                readonly fits: boolean;
                /** @description Of the verifier, whatever a person says */
                readonly verdict: ("accept" | "flag" | "retranslate") | null;
                readonly score: number | null;
                /** @description Version of the engine that judged */
                readonly engine: string | null;
                readonly issues: readonly {
                    /**
                     * @description Stable name of what is wrong; none changes its meaning.
                     * @enum {string}
                     */
                    readonly code: "empty" | "identical-to-source" | "wrong-language" | "title-as-abstract" | "length" | "omission" | "addition" | "unrelated" | "truncated" | "untranslated-text" | "untranslated-word" | "number" | "entity" | "chatter" | "repetition" | "duplicate-field" | "markup" | "link" | "latex" | "negation" | "terminology" | "script";
                    /** @description Type of MQM (Multidimensional Quality Metrics), such as `accuracy/omission`; `custom/…` where MQM has none. */
                    readonly type: string;
                    /**
                     * @description How much it harms a reader, rising: neutral, minor, major, critical.
                     * @enum {string}
                     */
                    readonly severity: "neutral" | "minor" | "major" | "critical";
                    /** @description Calibrated probability, 0 to 1, that a careful reader would agree. */
                    readonly probability: number;
                    /** @description Where in the English text that was judged; empty: it is about the whole. */
                    readonly source: readonly (readonly [
                        number,
                        number
                    ])[];
                    /** @description Where in the Chinese text that was judged; empty: it is about the whole. */
                    readonly target: readonly (readonly [
                        number,
                        number
                    ])[];
                    /** @description The finding as a sentence, for both kinds of reader. */
                    readonly message: {
                        /** @description In English. */
                        readonly en: string;
                        /** @description In Chinese. */
                        readonly zh: string;
                    };
                    /** @description What the rule saw, by names of its own; for people and logs, not for programs. */
                    readonly evidence: {
                        readonly [key: string]: string | number;
                    };
                    /** @description The rule that found it. */
                    readonly check: string;
                    /** @description Version of that rule. */
                    readonly version: string;
                }[];
                /** @description What a person said of it */
                readonly review: {
                    /** @enum {string} */
                    readonly decision: "accepted" | "rejected" | "edited";
                    /** @description The name that the person gave */
                    readonly reviewer: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC
                     */
                    readonly reviewedAt: string;
                } | null;
                /** @description Who gives this text */
                readonly provenances: readonly {
                    /** @enum {string} */
                    readonly origin: "digest" | "provider" | "person";
                    /** @description `provider/model@prompt`, or a person; null: a digest */
                    readonly author: string | null;
                    readonly source: string | null;
                    readonly path: string | null;
                    readonly date: string | null;
                }[];
            }[];
            /** @description How the state changed, the newest first */
            readonly revisions: readonly {
                readonly revision: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                readonly at: string;
                /** @description Nobody printed it then */
                readonly gone: boolean;
                readonly version: number | null;
                readonly verdict: {
                    readonly title: ("accept" | "flag" | "retranslate") | null;
                    readonly abstract: ("accept" | "flag" | "retranslate") | null;
                };
                readonly score: {
                    readonly title: number | null;
                    readonly abstract: number | null;
                };
                /** @description Of the Chinese that was shown */
                readonly hash: {
                    readonly title: string | null;
                    readonly abstract: string | null;
                };
                /** @description What a person had said of it */
                readonly review: {
                    readonly title: ("accepted" | "rejected" | "edited") | null;
                    readonly abstract: ("accepted" | "rejected" | "edited") | null;
                };
                readonly issues: readonly {
                    /** @enum {string} */
                    readonly genre: "title" | "abstract";
                    readonly code: string;
                    /** @enum {string} */
                    readonly severity: "neutral" | "minor" | "major" | "critical";
                    readonly count: number;
                }[];
            }[];
        };
        readonly TranslationDiff: {
            readonly a: string;
            readonly b: string;
            /** @enum {string} */
            readonly genre: "title" | "abstract";
            /** @description `same` and `removed` make up a, `same` and `added` make up b */
            readonly parts: readonly {
                /** @enum {string} */
                readonly kind: "same" | "removed" | "added";
                readonly text: string;
            }[];
        };
        readonly QualitySeries: {
            /** @description In the order of their keys */
            readonly rows: readonly {
                /** @description The day, source or origin; null: no day is known, or all of them */
                readonly key: string | null;
                /** @description Entries, and translations made by others */
                readonly entries: number;
                /** @description Entries that print no Chinese abstract */
                readonly withoutChinese: number;
                readonly verdicts: {
                    readonly title: {
                        readonly [key: string]: number;
                    };
                    readonly abstract: {
                        readonly [key: string]: number;
                    };
                };
                readonly severities: {
                    readonly [key: string]: number;
                };
                /** @description By code, of title and abstract */
                readonly issues: {
                    readonly [key: string]: number;
                };
            }[];
            /** @description Length of a Chinese abstract by that of its English, in characters */
            readonly ratios: readonly {
                readonly from: number;
                readonly to: number;
                readonly count: number;
            }[];
            readonly origins: readonly string[];
            readonly sources: readonly string[];
        };
        readonly RetryList: {
            readonly groups: readonly {
                readonly code: string | null;
                readonly meaning: string;
                readonly remedy: string;
                readonly consumer: string;
                readonly count: number;
                readonly nextAt: string | null;
            }[];
            /** @description The next first */
            readonly items: readonly {
                readonly consumer: string;
                /** Format: uuid */
                readonly eventId: string;
                readonly topic: string;
                readonly key: string;
                /** @description null: left to the retry workers undecoded, after a start */
                readonly code: string | null;
                readonly message: string;
                /** @description Attempts begun */
                readonly attempt: number;
                readonly redrives: number;
                readonly nextAt: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                readonly firstSeen: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                readonly updatedAt: string;
            }[];
            /** @description Cursor of the next page; null: this is the last */
            readonly next: string | null;
        };
        readonly Receipt: {
            readonly consumer: string;
            /** Format: uuid */
            readonly eventId: string;
            /** @enum {string} */
            readonly status: "done" | "retrying" | "dead";
            readonly topic: string;
            readonly partition: number;
            readonly offset: string;
            readonly key: string;
            readonly code: string | null;
            readonly meaning: string;
            readonly remedy: string;
            readonly message: string | null;
            readonly file: string | null;
            readonly line: number | null;
            readonly attempt: number;
            readonly redrives: number;
            readonly nextAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly firstSeen: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly updatedAt: string;
            readonly headers: {
                readonly [key: string]: string;
            };
            /** @description null: settled, and so no longer kept here */
            readonly payload: {
                /** @description Bytes */
                readonly size: number;
                readonly isWhole: boolean;
                /** @description What it says, where it is JSON; null otherwise */
                readonly json: unknown;
                /** @description Where it is text and no JSON */
                readonly text: string | null;
                /** @description Where it is neither */
                readonly base64: string | null;
            } | null;
        };
        readonly SourceList: {
            readonly items: readonly {
                readonly name: string;
                readonly location: string;
                /**
                 * @description uploads: handed over, nobody watches it
                 * @enum {string}
                 */
                readonly kind: "folder" | "git" | "uploads";
                /** @description false: no configuration names it any more; what it prints stays until it is forgotten */
                readonly configured: boolean;
                /** @description Paths that hold one now */
                readonly digests: number;
                /** @description Paths that held one */
                readonly deleted: number;
                readonly entries: number;
                readonly papers: number;
                /** @description Digests that are not parsed yet */
                readonly waiting: number;
                /** @description Files that the last look saw, and that are not taken yet: they are not among the digests */
                readonly coming: number;
                /** @description Digests parsed per minute: over the last minute, or since the first one in it; 0: no two were */
                readonly perMinute: number;
                readonly failed: number;
                /** @description Files that cannot be taken; of a source that is configured no more, when it last was */
                readonly problems: number;
                readonly firstDate: string | null;
                readonly newestDate: string | null;
                /** @description Feeds of which nothing comes any more (notice `days-missing`) */
                readonly silences: readonly {
                    /** @description The folder that holds its days; empty: the source itself */
                    readonly feed: string;
                    /**
                     * Format: date
                     * @description The first working day of which nothing came
                     */
                    readonly since: string;
                }[];
                readonly changedAt: string | null;
                /** @description When it was last looked through, to a few seconds; all that rested then is taken. null: never, or uploads */
                readonly scannedAt: string | null;
                /** @description Files that were seen and not taken, because they still change */
                readonly untaken: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                readonly createdAt: string;
            }[];
        };
        readonly Trace: {
            /** @enum {string} */
            readonly kind: "paper" | "event" | "digest";
            /** @description In its canonical form */
            readonly of: string;
            /** @description false: it is longer than what is shown */
            readonly isWhole: boolean;
            /** @description The way of it, in the order of time */
            readonly events: readonly {
                /** Format: uuid */
                readonly eventId: string;
                readonly type: string | null;
                readonly topic: string;
                readonly key: string;
                readonly subject: string | null;
                readonly revision: number | null;
                readonly replayId: string | null;
                /** @description null: retention has removed the announcement */
                readonly announcedAt: string | null;
                /** @description What each consumer of its topic did with it */
                readonly hops: readonly {
                    readonly consumer: string;
                    /** @description Name of the webhook that was to be told; null: a stage of ours */
                    readonly webhook: string | null;
                    /** @enum {string} */
                    readonly status: "waiting" | "done" | "retrying" | "dead" | "superseded" | "passed-over";
                    readonly attempts: number;
                    readonly redrives: number;
                    readonly firstSeen: string | null;
                    /** @description The next attempt of what is retried */
                    readonly nextAt: string | null;
                    readonly settledAt: string | null;
                    /** @description From announced to settled */
                    readonly seconds: number | null;
                    readonly code: string | null;
                    readonly message: string | null;
                    readonly partition: number | null;
                    readonly offset: string | null;
                    /** @description Of the code whose attempt ended last; null: none has, or nobody kept it then */
                    readonly serviceVersion: string | null;
                }[];
                readonly payload: {
                    /** @description Bytes */
                    readonly size: number;
                    readonly isWhole: boolean;
                    /** @description What it says, where it is JSON; null otherwise */
                    readonly json: unknown;
                    /** @description Where it is text and no JSON */
                    readonly text: string | null;
                    /** @description Where it is neither */
                    readonly base64: string | null;
                } | null;
            }[];
            /** @description From the first announcement to the last settlement */
            readonly seconds: number | null;
        };
        readonly ReviewQueue: {
            readonly items: readonly {
                readonly arxivId: string;
                /** @enum {string} */
                readonly field: "title" | "abstract";
                readonly en: string;
                readonly zh: string;
                /** @description SHA-256 of each text: they name the pair */
                readonly hashes: {
                    readonly en: string;
                    readonly zh: string;
                };
                /** @description Of the paper, as it is shown */
                readonly title: {
                    readonly en: string;
                    readonly zh: string | null;
                };
                readonly newestDate: string | null;
                /**
                 * @description Of the worst issue
                 * @enum {string}
                 */
                readonly severity: "neutral" | "minor" | "major" | "critical";
                readonly verdict: ("accept" | "flag" | "retranslate") | null;
                readonly score: number | null;
                readonly issues: readonly {
                    /**
                     * @description Stable name of what is wrong; none changes its meaning.
                     * @enum {string}
                     */
                    readonly code: "empty" | "identical-to-source" | "wrong-language" | "title-as-abstract" | "length" | "omission" | "addition" | "unrelated" | "truncated" | "untranslated-text" | "untranslated-word" | "number" | "entity" | "chatter" | "repetition" | "duplicate-field" | "markup" | "link" | "latex" | "negation" | "terminology" | "script";
                    /** @description Type of MQM (Multidimensional Quality Metrics), such as `accuracy/omission`; `custom/…` where MQM has none. */
                    readonly type: string;
                    /**
                     * @description How much it harms a reader, rising: neutral, minor, major, critical.
                     * @enum {string}
                     */
                    readonly severity: "neutral" | "minor" | "major" | "critical";
                    /** @description Calibrated probability, 0 to 1, that a careful reader would agree. */
                    readonly probability: number;
                    /** @description Where in the English text that was judged; empty: it is about the whole. */
                    readonly source: readonly (readonly [
                        number,
                        number
                    ])[];
                    /** @description Where in the Chinese text that was judged; empty: it is about the whole. */
                    readonly target: readonly (readonly [
                        number,
                        number
                    ])[];
                    /** @description The finding as a sentence, for both kinds of reader. */
                    readonly message: {
                        /** @description In English. */
                        readonly en: string;
                        /** @description In Chinese. */
                        readonly zh: string;
                    };
                    /** @description What the rule saw, by names of its own; for people and logs, not for programs. */
                    readonly evidence: {
                        readonly [key: string]: string | number;
                    };
                    /** @description The rule that found it. */
                    readonly check: string;
                    /** @description Version of that rule. */
                    readonly version: string;
                }[];
                readonly provenance: {
                    /** @enum {string} */
                    readonly origin: "digest" | "provider" | "person";
                    /** @description `provider/model@prompt`, or a person; null: a digest */
                    readonly author: string | null;
                    readonly source: string | null;
                    readonly path: string | null;
                    readonly date: string | null;
                } | null;
                readonly review: {
                    /** @enum {string} */
                    readonly decision: "accepted" | "rejected" | "edited";
                    /** @description The name that the person gave */
                    readonly reviewer: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC
                     */
                    readonly reviewedAt: string;
                } | null;
                /** @description Of its latest review, which a new one takes the place of; 0: there was none */
                readonly revision: number;
            }[];
            /** @description All that wait */
            readonly count: number;
            /** @description Cursor of the next page; null: this is the last */
            readonly next: string | null;
        };
        readonly ReviewCommand: {
            readonly arxivId: string;
            /** @enum {string} */
            readonly field: "title" | "abstract";
            /** @description Of the pair as it was seen */
            readonly hashes: {
                readonly en: string;
                readonly zh: string;
            };
            /**
             * @description `taken-back` undoes the latest
             * @enum {string}
             */
            readonly decision: "accepted" | "rejected" | "edited" | "taken-back";
            /** @description The Chinese that takes the place of the one that is edited */
            readonly text?: string;
            /** @description The name that readers are shown */
            readonly reviewer: string;
            readonly reason?: string;
            /** @description Revision of the review that was seen, 0 for none; if another came meanwhile, this one is refused */
            readonly replaces?: number;
        };
        readonly ReviewResult: {
            /**
             * @description unchanged: it was said already, in the same words
             * @enum {string}
             */
            readonly outcome: "taken" | "unchanged";
            readonly revision: number;
            /** @description Entries and translations that give the same pair, all of which it holds for */
            readonly places: number;
        };
        readonly ReviewList: {
            readonly items: readonly {
                readonly arxivId: string;
                /** @enum {string} */
                readonly field: "title" | "abstract";
                readonly en: string;
                /** @description What was reviewed */
                readonly zh: string;
                /** @description SHA-256 of each text: they name the pair */
                readonly hashes: {
                    readonly en: string;
                    readonly zh: string;
                };
                /** @enum {string} */
                readonly decision: "accepted" | "rejected" | "edited";
                /** @description What takes its place; null unless it is edited */
                readonly text: string | null;
                readonly reviewer: string;
                readonly reason: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                readonly reviewedAt: string;
                readonly revision: number;
            }[];
            /** @description Cursor of the next page; null: this is the last */
            readonly next: string | null;
        };
        readonly VerifyCommand: {
            /** @enum {string} */
            readonly field: "title" | "abstract";
            readonly en: string;
            readonly zh: string;
        };
        readonly VerifyResult: {
            /** @enum {string} */
            readonly verdict: "accept" | "flag" | "retranslate";
            readonly score: number;
            readonly issues: readonly {
                /**
                 * @description Stable name of what is wrong; none changes its meaning.
                 * @enum {string}
                 */
                readonly code: "empty" | "identical-to-source" | "wrong-language" | "title-as-abstract" | "length" | "omission" | "addition" | "unrelated" | "truncated" | "untranslated-text" | "untranslated-word" | "number" | "entity" | "chatter" | "repetition" | "duplicate-field" | "markup" | "link" | "latex" | "negation" | "terminology" | "script";
                /** @description Type of MQM (Multidimensional Quality Metrics), such as `accuracy/omission`; `custom/…` where MQM has none. */
                readonly type: string;
                /**
                 * @description How much it harms a reader, rising: neutral, minor, major, critical.
                 * @enum {string}
                 */
                readonly severity: "neutral" | "minor" | "major" | "critical";
                /** @description Calibrated probability, 0 to 1, that a careful reader would agree. */
                readonly probability: number;
                /** @description Where in the English text that was judged; empty: it is about the whole. */
                readonly source: readonly (readonly [
                    number,
                    number
                ])[];
                /** @description Where in the Chinese text that was judged; empty: it is about the whole. */
                readonly target: readonly (readonly [
                    number,
                    number
                ])[];
                /** @description The finding as a sentence, for both kinds of reader. */
                readonly message: {
                    /** @description In English. */
                    readonly en: string;
                    /** @description In Chinese. */
                    readonly zh: string;
                };
                /** @description What the rule saw, by names of its own; for people and logs, not for programs. */
                readonly evidence: {
                    readonly [key: string]: string | number;
                };
                /** @description The rule that found it. */
                readonly check: string;
                /** @description Version of that rule. */
                readonly version: string;
            }[];
        };
        readonly UploadResult: {
            /**
             * @description Beside what its place held, or is about to hold; unchanged: nothing was done
             * @enum {string}
             */
            readonly outcome: "new" | "changed" | "unchanged";
            readonly sha256: string;
            /** @description Bytes */
            readonly size: number;
        };
        readonly Forget: {
            readonly source: string;
            /** @description Goes into the audit */
            readonly reason: string;
        };
        readonly ForgetResult: {
            /** @description Placements that are retracted */
            readonly digests: number;
        };
        readonly Readiness: {
            readonly ready: boolean;
            readonly reasons: readonly string[];
        };
        readonly Status: {
            readonly digests: {
                readonly seen: number;
                readonly withEntries: number;
            };
            readonly entries: number;
            readonly papers: number;
            /** @description Announced work not yet settled at every stage; 0: what is shown is complete */
            readonly inFlight: number;
            readonly retrying: number;
            readonly dead: number;
            readonly verdicts: {
                readonly accept: number;
                readonly flag: number;
                readonly retranslate: number;
                readonly unverified: number;
            };
            /** @description Of the digests that are there now */
            readonly diagnostics: {
                readonly errors: number;
                readonly warnings: number;
            };
            /** @description Files that cannot be taken, of sources that are configured */
            readonly problems: {
                readonly count: number;
                readonly latest: readonly {
                    readonly source: string;
                    /** @description Empty: the source itself */
                    readonly path: string;
                    readonly code: string;
                    readonly meaning: string;
                    readonly remedy: string;
                    readonly detail: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC
                     */
                    readonly firstSeen: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC
                     */
                    readonly lastSeen: string;
                }[];
            };
            /** @description About sources as a whole that are configured; those that hold */
            readonly notices: {
                readonly count: number;
                readonly latest: readonly components["schemas"]["Notice"][];
            };
            /** @description Blocks that gave no entry */
            readonly brokenBlocks: {
                readonly count: number;
                readonly first: readonly {
                    readonly source: string;
                    readonly path: string;
                    readonly line: number;
                    readonly column: number;
                    readonly field: string | null;
                    readonly code: string;
                    readonly meaning: string;
                    readonly remedy: string;
                    readonly message: string;
                }[];
            };
            /** @description Events that cannot be processed, by code */
            readonly deadLetters: readonly {
                readonly code: string;
                readonly meaning: string;
                readonly remedy: string;
                readonly count: number;
                readonly latest: readonly {
                    readonly consumer: string;
                    /** Format: uuid */
                    readonly eventId: string;
                    readonly file: string | null;
                    readonly line: number | null;
                    readonly message: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC
                     */
                    readonly updatedAt: string;
                }[];
            }[];
            /** @description In what topics of Kafka are not as they would be made, when the topics job last looked */
            readonly topicDifferences: readonly {
                readonly topic: string;
                readonly setting: string;
                readonly actual: string;
                readonly wanted: string;
                readonly code: string;
                readonly meaning: string;
                readonly remedy: string;
            }[];
            readonly sources: readonly {
                readonly name: string;
                readonly location: string;
                /**
                 * @description uploads: handed over, nobody watches it
                 * @enum {string}
                 */
                readonly kind: "folder" | "git" | "uploads";
                /** @description false: no configuration names it any more; what it prints stays until it is forgotten */
                readonly configured: boolean;
                readonly digests: number;
                readonly entries: number;
                readonly problems: number;
                readonly changedAt: string | null;
                /** @description When it was last looked through, to a few seconds; all that rested then is taken. null: never, or uploads */
                readonly scannedAt: string | null;
                /** @description Files that were seen and not taken, because they still change */
                readonly untaken: number;
            }[];
            readonly stages: readonly {
                readonly consumer: string;
                readonly topic: string;
                /** @description Announced, and not yet taken by this stage */
                readonly lag: number;
                readonly retrying: number;
                readonly dead: number;
                readonly movedAt: string | null;
            }[];
            readonly lastActivityAt: string | null;
            /** @description Whether all of it works now, and if not, what it waits for */
            readonly readiness: components["schemas"]["Readiness"];
            readonly version: string;
            /** @enum {string} */
            readonly profile: "embedded" | "stack";
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            readonly startedAt: string;
            readonly uptimeSeconds: number;
        };
        readonly Liveness: {
            /** @enum {string} */
            readonly status: "ok" | "stuck";
            readonly reasons: readonly string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly facets: {
        readonly parameters: {
            readonly query?: {
                /** @description Words, "quoted phrases", Chinese text and arXiv identifiers; all of it must match. Both languages at once. */
                readonly q?: string;
                /** @description The worse verdict of title and abstract */
                readonly verdict?: "accept" | "flag" | "retranslate" | "unverified";
                /** @description That of the abstract */
                readonly status?: "pending" | "accepted" | "needs-review";
                /** @description A source that prints the paper */
                readonly source?: string;
                /** @description A category under which it is printed: `AI` */
                readonly category?: string;
                /** @description A topic under which it is printed: `Multimodal` */
                readonly topic?: string;
                /** @description Words of one author’s name, in their order */
                readonly author?: string;
                /** @description An issue of the texts that are shown */
                readonly issue?: "empty" | "identical-to-source" | "wrong-language" | "title-as-abstract" | "length" | "omission" | "addition" | "unrelated" | "truncated" | "untranslated-text" | "untranslated-word" | "number" | "entity" | "chatter" | "repetition" | "duplicate-field" | "markup" | "link" | "latex" | "negation" | "terminology" | "script";
                /** @description The newest day of a digest that prints the paper */
                readonly date?: string;
                /** @description A day of a digest that prints the paper, be it the newest or not */
                readonly printed?: string;
                /** @description The newest day, or later */
                readonly from?: string;
                /** @description The newest day, or earlier */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PaperFacets"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly history: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description An arXiv identifier in any spelling; the slash of an old one may be encoded or not */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PaperHistory"];
                };
            };
            /** @description DIGLOT_NOT_FOUND: There is no such thing. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly diff: {
        readonly parameters: {
            readonly query: {
                /** @description Hash of a Chinese text */
                readonly a: string;
                /** @description Of another */
                readonly b: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description An arXiv identifier in any spelling; the slash of an old one may be encoded or not */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TranslationDiff"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly days: {
        readonly parameters: {
            readonly query?: {
                readonly source?: string;
                /** @description YYYY-MM-DD */
                readonly from?: string;
                /** @description YYYY-MM-DD */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DayList"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly sources: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SourceList"];
                };
            };
            /** @description DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly quality: {
        readonly parameters: {
            readonly query?: {
                readonly source?: string;
                /** @description `digest`, or the author of translations: `provider/model@prompt` */
                readonly origin?: string;
                /** @description YYYY-MM-DD */
                readonly from?: string;
                /** @description YYYY-MM-DD */
                readonly to?: string;
                /** @description What a row of the series is */
                readonly by?: "day" | "source" | "origin" | "all";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["QualitySeries"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly flow: {
        readonly parameters: {
            readonly query?: {
                /** @description How far back rates and durations look */
                readonly minutes?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Flow"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly codes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Codes"];
                };
            };
            /** @description DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly retries: {
        readonly parameters: {
            readonly query?: {
                readonly code?: string;
                readonly consumer?: string;
                /** @description Part of the key or of the message */
                readonly q?: string;
                /** @description Rows at most */
                readonly limit?: number;
                /** @description Where the page before ended: its `next` */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RetryList"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly receipt: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly consumer: string;
                readonly eventId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly trace: {
        readonly parameters: {
            readonly query?: {
                /** @description Whether payloads are wanted too */
                readonly payload?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description An arXiv identifier in any spelling, the id of an event, or the SHA-256 of a digest */
                readonly of: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Trace"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly reviewQueue: {
        readonly parameters: {
            readonly query?: {
                readonly state?: "open" | "rejected";
                readonly field?: "title" | "abstract";
                /** @description An issue that was found in it */
                readonly code?: "empty" | "identical-to-source" | "wrong-language" | "title-as-abstract" | "length" | "omission" | "addition" | "unrelated" | "truncated" | "untranslated-text" | "untranslated-word" | "number" | "entity" | "chatter" | "repetition" | "duplicate-field" | "markup" | "link" | "latex" | "negation" | "terminology" | "script";
                /** @description A source that prints the paper */
                readonly source?: string;
                /** @description The worst issue first, or the newest paper */
                readonly order?: "severity" | "newest";
                /** @description Rows at most */
                readonly limit?: number;
                /** @description Where the page before ended: its `next` */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReviewQueue"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly reviews: {
        readonly parameters: {
            readonly query?: {
                /** @description Rows at most */
                readonly limit?: number;
                /** @description Where the page before ended: its `next` */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReviewList"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly review: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReviewCommand"];
            };
        };
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReviewResult"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOKEN_REQUIRED: A command came without the bearer token, or with a wrong one. DIGLOT_NOT_FOUND: There is no such thing. DIGLOT_REVIEW_UNFIT: An edit of a translation is empty, holds no Chinese, or changes nothing. DIGLOT_REVIEW_STALE: A review is about a text that the paper has no more: its digest was changed. DIGLOT_REVIEW_CONFLICT: Somebody else reviewed the same text meanwhile. DIGLOT_TOO_MANY_COMMANDS: One address gave more commands than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly verify: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["VerifyCommand"];
            };
        };
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VerifyResult"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOKEN_REQUIRED: A command came without the bearer token, or with a wrong one. DIGLOT_TOO_MANY_COMMANDS: One address gave more commands than it may in a minute. DIGLOT_TOO_MANY_VERIFICATIONS: One address had more texts looked at than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly gold: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": string;
                };
            };
            /** @description DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. DIGLOT_TOO_MANY_EXPORTS: One address takes as many exports as it may at the same time. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly digests: {
        readonly parameters: {
            readonly query?: {
                readonly source?: string;
                readonly state?: "waiting" | "parsed" | "retrying" | "failed";
                /** @description Rows at most */
                readonly limit?: number;
                /** @description Where the page before ended: its `next` */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DigestList"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly upload: {
        readonly parameters: {
            readonly query: {
                /** @description The source that it belongs to, which is made if there is none; none that is watched */
                readonly source: string;
                /** @description Where it lies in its source, with `/` between the parts; it says the day and the category */
                readonly path: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/octet-stream": unknown;
            };
        };
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UploadResult"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOKEN_REQUIRED: A command came without the bearer token, or with a wrong one. DIGLOT_SOURCE_CONFIGURED: A command would put digests into a source, or forget one, that is watched by configuration. DIGLOT_DIGEST_TOO_LARGE: A file is larger than the 64 MiB that a digest may have. DIGLOT_TOO_MANY_COMMANDS: One address gave more commands than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly forget: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Forget"];
            };
        };
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ForgetResult"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOKEN_REQUIRED: A command came without the bearer token, or with a wrong one. DIGLOT_SOURCE_CONFIGURED: A command would put digests into a source, or forget one, that is watched by configuration. DIGLOT_NOT_FOUND: There is no such thing. DIGLOT_TOO_MANY_COMMANDS: One address gave more commands than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly redrive: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Redrive"];
            };
        };
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReceiptsResult"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOKEN_REQUIRED: A command came without the bearer token, or with a wrong one. DIGLOT_TOO_MANY_COMMANDS: One address gave more commands than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly giveUp: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GiveUp"];
            };
        };
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReceiptsResult"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOKEN_REQUIRED: A command came without the bearer token, or with a wrong one. DIGLOT_TOO_MANY_COMMANDS: One address gave more commands than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly retryNow: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RetryNow"];
            };
        };
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReceiptsResult"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOKEN_REQUIRED: A command came without the bearer token, or with a wrong one. DIGLOT_TOO_MANY_COMMANDS: One address gave more commands than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly replay: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Replay"];
            };
        };
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReplayResult"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOKEN_REQUIRED: A command came without the bearer token, or with a wrong one. DIGLOT_TOO_MANY_COMMANDS: One address gave more commands than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly reVerify: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReVerification"];
            };
        };
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReVerificationResult"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOKEN_REQUIRED: A command came without the bearer token, or with a wrong one. DIGLOT_TOO_MANY_COMMANDS: One address gave more commands than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly timedWork: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TimedWork"];
                };
            };
            /** @description DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly audit: {
        readonly parameters: {
            readonly query?: {
                /** @description Rows at most */
                readonly limit?: number;
                /** @description Where the page before ended: its `next` */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditList"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly events: {
        readonly parameters: {
            readonly query?: {
                /** @description Where to go on; the header `Last-Event-ID`, which browsers send by themselves, says the same */
                readonly after?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. DIGLOT_TOO_MANY_STREAMS: One address has as many streams of live updates open as it may. DIGLOT_STREAMS_FULL: The api holds as many streams of live updates open as it may. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly feedRss: {
        readonly parameters: {
            readonly query?: {
                /** @description Words, "quoted phrases", Chinese text and arXiv identifiers; all of it must match. Both languages at once. */
                readonly q?: string;
                /** @description The worse verdict of title and abstract */
                readonly verdict?: "accept" | "flag" | "retranslate" | "unverified";
                /** @description That of the abstract */
                readonly status?: "pending" | "accepted" | "needs-review";
                /** @description A source that prints the paper */
                readonly source?: string;
                /** @description A category under which it is printed: `AI` */
                readonly category?: string;
                /** @description A topic under which it is printed: `Multimodal` */
                readonly topic?: string;
                /** @description Words of one author’s name, in their order */
                readonly author?: string;
                /** @description An issue of the texts that are shown */
                readonly issue?: "empty" | "identical-to-source" | "wrong-language" | "title-as-abstract" | "length" | "omission" | "addition" | "unrelated" | "truncated" | "untranslated-text" | "untranslated-word" | "number" | "entity" | "chatter" | "repetition" | "duplicate-field" | "markup" | "link" | "latex" | "negation" | "terminology" | "script";
                /** @description The newest day of a digest that prints the paper */
                readonly date?: string;
                /** @description A day of a digest that prints the paper, be it the newest or not */
                readonly printed?: string;
                /** @description The newest day, or later */
                readonly from?: string;
                /** @description The newest day, or earlier */
                readonly to?: string;
                /** @description Language of titles and abstracts; English where there is no Chinese, and with a note where it was rejected */
                readonly lang?: "en" | "zh";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/rss+xml": string;
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly feedJson: {
        readonly parameters: {
            readonly query?: {
                /** @description Words, "quoted phrases", Chinese text and arXiv identifiers; all of it must match. Both languages at once. */
                readonly q?: string;
                /** @description The worse verdict of title and abstract */
                readonly verdict?: "accept" | "flag" | "retranslate" | "unverified";
                /** @description That of the abstract */
                readonly status?: "pending" | "accepted" | "needs-review";
                /** @description A source that prints the paper */
                readonly source?: string;
                /** @description A category under which it is printed: `AI` */
                readonly category?: string;
                /** @description A topic under which it is printed: `Multimodal` */
                readonly topic?: string;
                /** @description Words of one author’s name, in their order */
                readonly author?: string;
                /** @description An issue of the texts that are shown */
                readonly issue?: "empty" | "identical-to-source" | "wrong-language" | "title-as-abstract" | "length" | "omission" | "addition" | "unrelated" | "truncated" | "untranslated-text" | "untranslated-word" | "number" | "entity" | "chatter" | "repetition" | "duplicate-field" | "markup" | "link" | "latex" | "negation" | "terminology" | "script";
                /** @description The newest day of a digest that prints the paper */
                readonly date?: string;
                /** @description A day of a digest that prints the paper, be it the newest or not */
                readonly printed?: string;
                /** @description The newest day, or later */
                readonly from?: string;
                /** @description The newest day, or earlier */
                readonly to?: string;
                /** @description Language of titles and abstracts; English where there is no Chinese, and with a note where it was rejected */
                readonly lang?: "en" | "zh";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/feed+json": Record<string, never>;
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly exportNdjson: {
        readonly parameters: {
            readonly query?: {
                /** @description Words, "quoted phrases", Chinese text and arXiv identifiers; all of it must match. Both languages at once. */
                readonly q?: string;
                /** @description The worse verdict of title and abstract */
                readonly verdict?: "accept" | "flag" | "retranslate" | "unverified";
                /** @description That of the abstract */
                readonly status?: "pending" | "accepted" | "needs-review";
                /** @description A source that prints the paper */
                readonly source?: string;
                /** @description A category under which it is printed: `AI` */
                readonly category?: string;
                /** @description A topic under which it is printed: `Multimodal` */
                readonly topic?: string;
                /** @description Words of one author’s name, in their order */
                readonly author?: string;
                /** @description An issue of the texts that are shown */
                readonly issue?: "empty" | "identical-to-source" | "wrong-language" | "title-as-abstract" | "length" | "omission" | "addition" | "unrelated" | "truncated" | "untranslated-text" | "untranslated-word" | "number" | "entity" | "chatter" | "repetition" | "duplicate-field" | "markup" | "link" | "latex" | "negation" | "terminology" | "script";
                /** @description The newest day of a digest that prints the paper */
                readonly date?: string;
                /** @description A day of a digest that prints the paper, be it the newest or not */
                readonly printed?: string;
                /** @description The newest day, or later */
                readonly from?: string;
                /** @description The newest day, or earlier */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": string;
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. DIGLOT_TOO_MANY_EXPORTS: One address takes as many exports as it may at the same time. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly exportCsv: {
        readonly parameters: {
            readonly query?: {
                /** @description Words, "quoted phrases", Chinese text and arXiv identifiers; all of it must match. Both languages at once. */
                readonly q?: string;
                /** @description The worse verdict of title and abstract */
                readonly verdict?: "accept" | "flag" | "retranslate" | "unverified";
                /** @description That of the abstract */
                readonly status?: "pending" | "accepted" | "needs-review";
                /** @description A source that prints the paper */
                readonly source?: string;
                /** @description A category under which it is printed: `AI` */
                readonly category?: string;
                /** @description A topic under which it is printed: `Multimodal` */
                readonly topic?: string;
                /** @description Words of one author’s name, in their order */
                readonly author?: string;
                /** @description An issue of the texts that are shown */
                readonly issue?: "empty" | "identical-to-source" | "wrong-language" | "title-as-abstract" | "length" | "omission" | "addition" | "unrelated" | "truncated" | "untranslated-text" | "untranslated-word" | "number" | "entity" | "chatter" | "repetition" | "duplicate-field" | "markup" | "link" | "latex" | "negation" | "terminology" | "script";
                /** @description The newest day of a digest that prints the paper */
                readonly date?: string;
                /** @description A day of a digest that prints the paper, be it the newest or not */
                readonly printed?: string;
                /** @description The newest day, or later */
                readonly from?: string;
                /** @description The newest day, or earlier */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. DIGLOT_TOO_MANY_EXPORTS: One address takes as many exports as it may at the same time. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly exportParquet: {
        readonly parameters: {
            readonly query?: {
                /** @description Words, "quoted phrases", Chinese text and arXiv identifiers; all of it must match. Both languages at once. */
                readonly q?: string;
                /** @description The worse verdict of title and abstract */
                readonly verdict?: "accept" | "flag" | "retranslate" | "unverified";
                /** @description That of the abstract */
                readonly status?: "pending" | "accepted" | "needs-review";
                /** @description A source that prints the paper */
                readonly source?: string;
                /** @description A category under which it is printed: `AI` */
                readonly category?: string;
                /** @description A topic under which it is printed: `Multimodal` */
                readonly topic?: string;
                /** @description Words of one author’s name, in their order */
                readonly author?: string;
                /** @description An issue of the texts that are shown */
                readonly issue?: "empty" | "identical-to-source" | "wrong-language" | "title-as-abstract" | "length" | "omission" | "addition" | "unrelated" | "truncated" | "untranslated-text" | "untranslated-word" | "number" | "entity" | "chatter" | "repetition" | "duplicate-field" | "markup" | "link" | "latex" | "negation" | "terminology" | "script";
                /** @description The newest day of a digest that prints the paper */
                readonly date?: string;
                /** @description A day of a digest that prints the paper, be it the newest or not */
                readonly printed?: string;
                /** @description The newest day, or later */
                readonly from?: string;
                /** @description The newest day, or earlier */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.apache.parquet": string;
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. DIGLOT_TOO_MANY_EXPORTS: One address takes as many exports as it may at the same time. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly repairedDigest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of its bytes, in lower-case hexadecimal */
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/markdown": string;
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. DIGLOT_DIGEST_UNKNOWN_FORMAT: A file is text, but no reader knows its format. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly asyncApi: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly asyncApiPage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
            /** @description DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly eventSchema: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/schema+json": Record<string, never>;
                };
            };
            /** @description DIGLOT_NOT_FOUND: There is no such thing. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly status: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Status"];
                };
            };
            /** @description DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly notices: {
        readonly parameters: {
            readonly query?: {
                readonly source?: string;
                readonly kind?: "days-missing" | "section-missing" | "papers-vanished" | "day-repeated" | "chinese-vanished" | "chinese-titles-vanished" | "authors-vanished" | "chinese-shortened" | "chinese-length-changed" | "chinese-garbled" | "index-differs" | "sidecar-differs";
                /** @description all: what was retracted, and what is about sources that are configured no more, too */
                readonly state?: "holding" | "all";
                /** @description Rows at most */
                readonly limit?: number;
                /** @description Where the page before ended: its `next` */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NoticeList"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly papers: {
        readonly parameters: {
            readonly query?: {
                /** @description Words, "quoted phrases", Chinese text and arXiv identifiers; all of it must match. Both languages at once. */
                readonly q?: string;
                /** @description The worse verdict of title and abstract */
                readonly verdict?: "accept" | "flag" | "retranslate" | "unverified";
                /** @description That of the abstract */
                readonly status?: "pending" | "accepted" | "needs-review";
                /** @description A source that prints the paper */
                readonly source?: string;
                /** @description A category under which it is printed: `AI` */
                readonly category?: string;
                /** @description A topic under which it is printed: `Multimodal` */
                readonly topic?: string;
                /** @description Words of one author’s name, in their order */
                readonly author?: string;
                /** @description An issue of the texts that are shown */
                readonly issue?: "empty" | "identical-to-source" | "wrong-language" | "title-as-abstract" | "length" | "omission" | "addition" | "unrelated" | "truncated" | "untranslated-text" | "untranslated-word" | "number" | "entity" | "chatter" | "repetition" | "duplicate-field" | "markup" | "link" | "latex" | "negation" | "terminology" | "script";
                /** @description The newest day of a digest that prints the paper */
                readonly date?: string;
                /** @description A day of a digest that prints the paper, be it the newest or not */
                readonly printed?: string;
                /** @description The newest day, or later */
                readonly from?: string;
                /** @description The newest day, or earlier */
                readonly to?: string;
                /** @description Rows at most */
                readonly limit?: number;
                /** @description Where the page before ended: its `next` */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PaperList"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly paper: {
        readonly parameters: {
            readonly query?: {
                /** @description Words, "quoted phrases", Chinese text and arXiv identifiers; all of it must match. Both languages at once. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description An arXiv identifier in any spelling; the slash of an old one may be encoded or not */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Paper"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly digest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of its bytes, in lower-case hexadecimal */
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Digest"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly digestBytes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of its bytes, in lower-case hexadecimal */
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly deadLetters: {
        readonly parameters: {
            readonly query?: {
                readonly code?: string;
                readonly consumer?: string;
                /** @description Part of the key or of the message */
                readonly q?: string;
                /** @description Rows at most */
                readonly limit?: number;
                /** @description Where the page before ended: its `next` */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeadLetterList"];
                };
            };
            /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOO_MANY_READS: One address read more often than it may in a minute. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly livez: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description An error */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly metrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            /** @description DIGLOT_NOT_FOUND: There is no such thing. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly readyz: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description It cannot */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description An error */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Error"];
                };
            };
        };
    };
}
