import { hashPaperText, readDigestInSteps, type DigestFile, type ParsedEntry, type Steps } from '@diglot/formats';
import type { Sha256 } from '@diglot/domain';
import type { DigestProfile } from './profile/digest-profile.ts';
import { profileEntries } from './profile/profile-entries.ts';

/** An entry with the hash that tells whether it has changed. */
export interface HashedEntry extends ParsedEntry {
  readonly hash: Sha256;
}

/** What a placement holds. */
export interface Content {
  readonly file: DigestFile;
  readonly entries: readonly HashedEntry[];
  readonly profile: DigestProfile;
}

/** Hashing so many entries is one step. */
const HASHED_AT_ONCE = 200;

/** Reads a file, hashes its entries and looks at how they were made. @throws DiglotError as `readDigest` does */
export function* readContent(bytes: Uint8Array, path: string): Steps<Content> {
  const file = yield* readDigestInSteps(bytes, { path });
  const entries: HashedEntry[] = [];
  for (const entry of file.entries) {
    entries.push({ ...entry, hash: hashPaperText(entry) });
    if (entries.length % HASHED_AT_ONCE === 0) yield;
  }
  return { file, entries, profile: yield* profileEntries(entries) };
}
