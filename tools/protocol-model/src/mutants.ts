/** The two profiles: consumers read the outbox itself, or Kafka, which a relay feeds from the outbox. */
export const PROFILES = ['embedded', 'kafka'] as const;

/** How the log reaches the consumers. */
export type Profile = (typeof PROFILES)[number];

interface Rule {
  /** The profiles in which leaving the rule out must be caught. */
  readonly profiles: readonly Profile[];
  /** The section of the protocol, and the rule that holds there. */
  readonly rule: string;
  /** What the mutant does instead. */
  readonly instead: string;
}

const both = (rule: string, instead: string): Rule => ({ profiles: PROFILES, rule, instead });
const kafka = (rule: string, instead: string): Rule => ({ profiles: ['kafka'], rule, instead });

/**
 * Every mutant leaves out or turns round one rule of the protocol, and must be caught. (!) marks a mutant that the
 * protocol's first text asked for, or allowed by a reading of it.
 */
export const MUTANTS = {
  no_revision_guard: both('§1 a fact is taken only if it is newer than the stored one', 'the last delivery wins'),
  retraction_deletes_row: both('§1 a retraction is a revision', 'the row is deleted and its revisions restart'),
  no_xmin_guard: both('§3 a reader of the outbox stays below xmin', 'it reads all that is committed'),
  advance_cursor_first: kafka('§3 the relay sends before it moves its cursor', 'the cursor first'),
  state_payload_in_outbox: kafka('§4 the outbox row of a state is a pointer', 'the state as of its transaction'),
  no_state_fence: kafka('§4 Kafka refuses the records of an older leader', 'it takes them'),
  load_before_fence: kafka('§4 a term is opened before the state is loaded', '(!) after it'),
  state_id_of_pointer: kafka('§4 the record bears the id of the state loaded', '(!) the id of its outbox row'),
  commit_offset_first: both('§5 C3 the inbox row is committed before the offset', 'offset or cursor first'),
  one_by_one_past_gap: both('§5 C3 one by one goes in the order of the log', '(!) in the order of event ids'),
  handle_first_batch: both('§5 the first batch is left to the workers', '(!) it is handled at once'),
  no_inbox: both('§5 C2 the inbox drops what is known', 'every delivery is handled'),
  skip_blocked_receipt: both('§5 C2 an insert waits for an uncommitted inbox row', 'that row is taken for done'),
  no_subject_lock: both('§5 C2 the subjects of what is written are locked', 'they are not'),
  read_before_lock: both('§5 C2 the set is read after the lock', 'before it'),
  outbox_in_second_transaction: both('§5 C2 outbox rows belong to the transaction', 'they follow in a second one'),
  dead_letter_sent_directly: both('§5 a dead letter goes through the outbox', 'it is sent after the commit'),
  dead_id_without_redrives: both('§5 the id of a dead letter counts the redrives', 'it does not'),
  attempt_counted_at_settle: both('§6 R2 the claim counts the attempt', '(!) the settlement counts it'),
  no_fence_on_settle: both('§6 R4 only the holder of the lease settles', 'anyone does'),
  lease_outlives_settle: both('§6 R4 settling and giving up end the lease', 'the lease stays'),
  fixed_job_id: both('§6 a job id names redrives, attempt and epoch', 'only consumer and event'),
  job_id_without_epoch: both('§6 a job id names the epoch', 'it does not'),
  no_sweeper: both('§6 a sweeper arms what is due', 'there is none'),
} as const satisfies Record<string, Rule>;

/** The name of a mutant. */
export type Mutant = keyof typeof MUTANTS;

/** A mutant, or the protocol as specified. */
export type Variant = Mutant | null;

/** All mutants, in the order of the protocol's sections. */
export const MUTANT_NAMES = Object.keys(MUTANTS) as readonly Mutant[];
