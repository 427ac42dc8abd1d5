/**
 * What the api takes and gives, made of its OpenAPI document: `npm run client` writes this file.
 */
export interface paths {
  readonly '/api/facets': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How many papers match, and how they are spread over verdicts, sources, categories, issues and days */
    readonly get: operations['facets'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/history/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Every translation that was seen of a paper, and how its state changed */
    readonly get: operations['history'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/diff/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What differs between two translations of a paper */
    readonly get: operations['diff'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/days': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What came of each day, and whether it is complete */
    readonly get: operations['days'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/sources': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Where digests come from, and what came */
    readonly get: operations['sources'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/quality': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Issues, verdicts and lengths over time, by source or by who translated */
    readonly get: operations['quality'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/flow': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Rates, lag, ages and durations of every stage */
    readonly get: operations['flow'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/retries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Events that are tried again, the next first */
    readonly get: operations['retries'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/receipts/{consumer}/{eventId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What a consumer knows of one event, with its payload while that is kept */
    readonly get: operations['receipt'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/trace/{of}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Every hop of a paper, an event or a digest */
    readonly get: operations['trace'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/status': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What was taken, what is under way, what is wrong: all of one moment */
    readonly get: operations['status'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/notices': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What is noticed about sources as a whole, though every file may be fine */
    readonly get: operations['notices'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/papers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Papers, the newest first; searched and filtered */
    readonly get: operations['papers'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/papers/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One paper in both languages, with its verdicts and issues */
    readonly get: operations['paper'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/digests': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Digests where they lie, the newest first */
    readonly get: operations['digests'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/digests/{sha256}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One digest with what is wrong in it */
    readonly get: operations['digest'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/digests/{sha256}/bytes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The bytes of a digest, as they were found */
    readonly get: operations['digestBytes'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/dead-letters': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Events that cannot be processed, the latest first */
    readonly get: operations['deadLetters'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/dead-letters/redrive': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Puts dead letters back to work, with all their attempts; or counts them */
    readonly post: operations['redrive'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/livez': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Whether the process answers at all */
    readonly get: operations['livez'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/readyz': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Whether it can do its work (200) or not (503), and why not */
    readonly get: operations['readyz'];
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
      readonly items: readonly components['schemas']['DeadLetter'][];
      /** @description Cursor of the next page; null: this is the last */
      readonly next: string | null;
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
    readonly RedriveResult: {
      readonly dryRun: boolean;
      /** @description Dead letters that it concerns */
      readonly count: number;
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
      readonly state: 'waiting' | 'parsed' | 'retrying' | 'failed';
      readonly revision: number;
      /**
       * Format: date-time
       * @description ISO 8601, UTC
       */
      readonly changedAt: string;
    };
    readonly DigestList: {
      readonly items: readonly components['schemas']['DigestItem'][];
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
        readonly severity: 'error' | 'warning';
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
      readonly kind:
        | 'days-missing'
        | 'section-missing'
        | 'papers-vanished'
        | 'day-repeated'
        | 'chinese-vanished'
        | 'chinese-shortened'
        | 'chinese-garbled'
        | 'index-differs';
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
        readonly kind:
          | 'days-missing'
          | 'section-missing'
          | 'papers-vanished'
          | 'day-repeated'
          | 'chinese-vanished'
          | 'chinese-shortened'
          | 'chinese-garbled'
          | 'index-differs';
        readonly count: number;
      }[];
      readonly items: readonly components['schemas']['Notice'][];
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
        readonly title: ('accept' | 'flag' | 'retranslate') | null;
        /** @description null: there is no Chinese text to judge */
        readonly abstract: ('accept' | 'flag' | 'retranslate') | null;
      };
      readonly status: {
        /** @enum {string} */
        readonly title: 'pending' | 'accepted' | 'needs-review';
        /** @enum {string} */
        readonly abstract: 'pending' | 'accepted' | 'needs-review';
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
      readonly marks: readonly ('replaced' | 'withdrawn')[];
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
          readonly en: readonly (readonly [number, number])[];
          /** @description Half-open ranges of UTF-16 offsets */
          readonly zh: readonly (readonly [number, number])[];
        };
      } | null;
    };
    readonly PaperList: {
      readonly items: readonly components['schemas']['PaperSummary'][];
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
        readonly title: ('accept' | 'flag' | 'retranslate') | null;
        /** @description null: there is no Chinese text to judge */
        readonly abstract: ('accept' | 'flag' | 'retranslate') | null;
      };
      readonly status: {
        /** @enum {string} */
        readonly title: 'pending' | 'accepted' | 'needs-review';
        /** @enum {string} */
        readonly abstract: 'pending' | 'accepted' | 'needs-review';
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
      readonly marks: readonly ('replaced' | 'withdrawn')[];
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
        readonly title: ('digest' | 'provider' | 'person') | null;
        readonly abstract: ('digest' | 'provider' | 'person') | null;
      };
      /** @description Where the Chinese that is shown comes from */
      readonly provenance: {
        readonly title: {
          /** @enum {string} */
          readonly origin: 'digest' | 'provider' | 'person';
          /** @description `provider/model@prompt`, or a person; null: a digest */
          readonly author: string | null;
          readonly source: string | null;
          readonly path: string | null;
          readonly date: string | null;
        } | null;
        readonly abstract: {
          /** @enum {string} */
          readonly origin: 'digest' | 'provider' | 'person';
          /** @description `provider/model@prompt`, or a person; null: a digest */
          readonly author: string | null;
          readonly source: string | null;
          readonly path: string | null;
          readonly date: string | null;
        } | null;
      };
      /** @description Which sentences of both languages belong together, in order */
      readonly alignment: {
        readonly title: readonly {
          /** @description null: the Chinese has no counterpart */
          readonly en: readonly [number, number] | null;
          /** @description null: the English has no counterpart */
          readonly zh: readonly [number, number] | null;
        }[];
        readonly abstract: readonly {
          /** @description null: the Chinese has no counterpart */
          readonly en: readonly [number, number] | null;
          /** @description null: the English has no counterpart */
          readonly zh: readonly [number, number] | null;
        }[];
      };
      readonly issues: readonly {
        /** @enum {string} */
        readonly field: 'title' | 'abstract';
        /** @enum {string} */
        readonly code:
          | 'empty'
          | 'identical-to-source'
          | 'wrong-language'
          | 'title-as-abstract'
          | 'length'
          | 'omission'
          | 'addition'
          | 'unrelated'
          | 'truncated'
          | 'untranslated-text'
          | 'untranslated-word'
          | 'number'
          | 'entity'
          | 'chatter'
          | 'repetition'
          | 'duplicate-field'
          | 'markup'
          | 'link'
          | 'latex'
          | 'negation'
          | 'terminology'
          | 'script';
        readonly type: string;
        /** @enum {string} */
        readonly severity: 'neutral' | 'minor' | 'major' | 'critical';
        readonly probability: number;
        readonly source: readonly (readonly [number, number])[];
        readonly target: readonly (readonly [number, number])[];
        readonly message: {
          readonly en: string;
          readonly zh: string;
        };
        readonly evidence: {
          readonly [key: string]: string | number;
        };
        readonly check: string;
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
          readonly en: readonly (readonly [number, number])[];
          /** @description Half-open ranges of UTF-16 offsets */
          readonly zh: readonly (readonly [number, number])[];
        };
        readonly abstract: {
          /** @description Half-open ranges of UTF-16 offsets */
          readonly en: readonly (readonly [number, number])[];
          /** @description Half-open ranges of UTF-16 offsets */
          readonly zh: readonly (readonly [number, number])[];
        };
      } | null;
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
        readonly state: 'complete' | 'partial' | 'missing';
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
        /** @description When the first digest of that day was taken */
        readonly firstAt: string | null;
        readonly lastAt: string | null;
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
        readonly genre: 'title' | 'abstract';
        /** @description Of the English text that it translates */
        readonly sourceHash: string;
        readonly zh: string;
        readonly isShown: boolean;
        /** @description Whether it translates the English that is shown */
        readonly fits: boolean;
        readonly verdict: ('accept' | 'flag' | 'retranslate') | null;
        readonly score: number | null;
        /** @description Version of the engine that judged */
        readonly engine: string | null;
        readonly issues: readonly {
          /** @enum {string} */
          readonly code:
            | 'empty'
            | 'identical-to-source'
            | 'wrong-language'
            | 'title-as-abstract'
            | 'length'
            | 'omission'
            | 'addition'
            | 'unrelated'
            | 'truncated'
            | 'untranslated-text'
            | 'untranslated-word'
            | 'number'
            | 'entity'
            | 'chatter'
            | 'repetition'
            | 'duplicate-field'
            | 'markup'
            | 'link'
            | 'latex'
            | 'negation'
            | 'terminology'
            | 'script';
          readonly type: string;
          /** @enum {string} */
          readonly severity: 'neutral' | 'minor' | 'major' | 'critical';
          readonly probability: number;
          readonly source: readonly (readonly [number, number])[];
          readonly target: readonly (readonly [number, number])[];
          readonly message: {
            readonly en: string;
            readonly zh: string;
          };
          readonly evidence: {
            readonly [key: string]: string | number;
          };
          readonly check: string;
          readonly version: string;
        }[];
        /** @description Who gives this text */
        readonly provenances: readonly {
          /** @enum {string} */
          readonly origin: 'digest' | 'provider' | 'person';
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
          readonly title: ('accept' | 'flag' | 'retranslate') | null;
          readonly abstract: ('accept' | 'flag' | 'retranslate') | null;
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
        readonly issues: readonly {
          /** @enum {string} */
          readonly genre: 'title' | 'abstract';
          readonly code: string;
          /** @enum {string} */
          readonly severity: 'neutral' | 'minor' | 'major' | 'critical';
          readonly count: number;
        }[];
      }[];
    };
    readonly TranslationDiff: {
      readonly a: string;
      readonly b: string;
      /** @enum {string} */
      readonly genre: 'title' | 'abstract';
      /** @description `same` and `removed` make up a, `same` and `added` make up b */
      readonly parts: readonly {
        /** @enum {string} */
        readonly kind: 'same' | 'removed' | 'added';
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
      readonly status: 'done' | 'retrying' | 'dead';
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
        /** @description Paths that hold one now */
        readonly digests: number;
        /** @description Paths that held one */
        readonly deleted: number;
        readonly entries: number;
        readonly papers: number;
        /** @description Digests that are not parsed yet */
        readonly waiting: number;
        readonly failed: number;
        readonly problems: number;
        readonly firstDate: string | null;
        readonly newestDate: string | null;
        readonly changedAt: string | null;
        /**
         * Format: date-time
         * @description ISO 8601, UTC
         */
        readonly createdAt: string;
      }[];
    };
    readonly Trace: {
      /** @enum {string} */
      readonly kind: 'paper' | 'event' | 'digest';
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
          /** @enum {string} */
          readonly status: 'waiting' | 'done' | 'retrying' | 'dead';
          readonly attempts: number;
          readonly redrives: number;
          readonly firstSeen: string | null;
          readonly settledAt: string | null;
          /** @description From announced to settled */
          readonly seconds: number | null;
          readonly code: string | null;
          readonly message: string | null;
          readonly partition: number | null;
          readonly offset: string | null;
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
      /** @description Files that cannot be taken */
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
      /** @description About sources as a whole; those that hold */
      readonly notices: {
        readonly count: number;
        readonly latest: readonly components['schemas']['Notice'][];
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
      readonly sources: readonly {
        readonly name: string;
        readonly location: string;
        readonly digests: number;
        readonly entries: number;
        readonly problems: number;
        readonly changedAt: string | null;
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
      readonly readiness: components['schemas']['Readiness'];
      readonly version: string;
      /** @enum {string} */
      readonly profile: 'embedded' | 'stack';
      /**
       * Format: date-time
       * @description ISO 8601, UTC
       */
      readonly startedAt: string;
      readonly uptimeSeconds: number;
    };
    readonly Liveness: {
      /** @constant */
      readonly status: 'ok';
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
        readonly verdict?: 'accept' | 'flag' | 'retranslate' | 'unverified';
        /** @description That of the abstract */
        readonly status?: 'pending' | 'accepted' | 'needs-review';
        /** @description A source that prints the paper */
        readonly source?: string;
        /** @description A category under which it is printed: `AI` */
        readonly category?: string;
        /** @description A topic under which it is printed: `Multimodal` */
        readonly topic?: string;
        /** @description Words of one author’s name, in their order */
        readonly author?: string;
        /** @description An issue of the texts that are shown */
        readonly issue?:
          | 'empty'
          | 'identical-to-source'
          | 'wrong-language'
          | 'title-as-abstract'
          | 'length'
          | 'omission'
          | 'addition'
          | 'unrelated'
          | 'truncated'
          | 'untranslated-text'
          | 'untranslated-word'
          | 'number'
          | 'entity'
          | 'chatter'
          | 'repetition'
          | 'duplicate-field'
          | 'markup'
          | 'link'
          | 'latex'
          | 'negation'
          | 'terminology'
          | 'script';
        /** @description The newest day of a digest that prints the paper */
        readonly date?: string;
        /** @description That day or later */
        readonly from?: string;
        /** @description That day or earlier */
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
          readonly 'application/json': components['schemas']['PaperFacets'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['PaperHistory'];
        };
      };
      /** @description DIGLOT_NOT_FOUND: There is no such thing. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['TranslationDiff'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['DayList'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['SourceList'];
        };
      };
      /** @description An error */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
        readonly by?: 'day' | 'source' | 'origin' | 'all';
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
          readonly 'application/json': components['schemas']['QualitySeries'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['Flow'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['RetryList'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['Receipt'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['Trace'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['Status'];
        };
      };
      /** @description An error */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  readonly notices: {
    readonly parameters: {
      readonly query?: {
        readonly source?: string;
        readonly kind?:
          | 'days-missing'
          | 'section-missing'
          | 'papers-vanished'
          | 'day-repeated'
          | 'chinese-vanished'
          | 'chinese-shortened'
          | 'chinese-garbled'
          | 'index-differs';
        /** @description all: what was retracted too */
        readonly state?: 'holding' | 'all';
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
          readonly 'application/json': components['schemas']['NoticeList'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
        readonly verdict?: 'accept' | 'flag' | 'retranslate' | 'unverified';
        /** @description That of the abstract */
        readonly status?: 'pending' | 'accepted' | 'needs-review';
        /** @description A source that prints the paper */
        readonly source?: string;
        /** @description A category under which it is printed: `AI` */
        readonly category?: string;
        /** @description A topic under which it is printed: `Multimodal` */
        readonly topic?: string;
        /** @description Words of one author’s name, in their order */
        readonly author?: string;
        /** @description An issue of the texts that are shown */
        readonly issue?:
          | 'empty'
          | 'identical-to-source'
          | 'wrong-language'
          | 'title-as-abstract'
          | 'length'
          | 'omission'
          | 'addition'
          | 'unrelated'
          | 'truncated'
          | 'untranslated-text'
          | 'untranslated-word'
          | 'number'
          | 'entity'
          | 'chatter'
          | 'repetition'
          | 'duplicate-field'
          | 'markup'
          | 'link'
          | 'latex'
          | 'negation'
          | 'terminology'
          | 'script';
        /** @description The newest day of a digest that prints the paper */
        readonly date?: string;
        /** @description That day or later */
        readonly from?: string;
        /** @description That day or earlier */
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
          readonly 'application/json': components['schemas']['PaperList'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['Paper'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  readonly digests: {
    readonly parameters: {
      readonly query?: {
        readonly source?: string;
        readonly state?: 'waiting' | 'parsed' | 'retrying' | 'failed';
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
          readonly 'application/json': components['schemas']['DigestList'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['Digest'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'text/plain': string;
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_NOT_FOUND: There is no such thing. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['DeadLetterList'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
        readonly 'application/json': components['schemas']['Redrive'];
      };
    };
    readonly responses: {
      /** @description As asked */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RedriveResult'];
        };
      };
      /** @description DIGLOT_REQUEST_INVALID: A request has a wrong parameter. DIGLOT_TOKEN_REQUIRED: A command came without the bearer token, or with a wrong one. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['Liveness'];
        };
      };
      /** @description An error */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
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
          readonly 'application/json': components['schemas']['Readiness'];
        };
      };
      /** @description It cannot */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Readiness'];
        };
      };
      /** @description An error */
      readonly default: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Error'];
        };
      };
    };
  };
}
