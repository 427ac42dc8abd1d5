/**
 * The protocol as a program: random schedules of parser → indexer → state topic → mirror, with faults.
 *
 * A process is a generator: at every `yield` it may be killed, paused, doubled by a zombie or cut off from Postgres. In
 * between, alarms are wiped, records come twice, the state topic is compacted, and what is dead is redriven. Then the
 * faults stop, everything restarts once and drains, and the invariants of §8 are checked against an oracle. The protocol
 * as specified must hold in every run; a mutant leaves out or turns round *one* rule and must be caught.
 *
 * Modelled: the inbox, its ledger and its dead letters (I2 to I5); the outbox, its cursors and the relays (I1, I6); the
 * retry workers, their alarms and the sweeper (I4, I8); revisions and the fold (I7); the compacted state topic (I10); in
 * both profiles. Postgres is READ COMMITTED with row locks and txids, Kafka a log with offsets, generations and terms,
 * BullMQ a set of job ids.
 *
 * Not modelled: the watcher (I9), decoding, payload hashes, replay, throttling, retention. And it is the rules that are
 * tried here, not the code that follows them.
 *
 * @module
 */
export { MUTANT_NAMES, MUTANTS, PROFILES, type Mutant, type Profile, type Variant } from './mutants.ts';
export { Random } from './random.ts';
export { run, runBatch, traceRun, type Batch, type Finding } from './run.ts';
