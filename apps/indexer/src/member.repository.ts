import { Injectable } from '@nestjs/common';
import type { DiglotEvent } from '@diglot/contracts';
import type { ArxivId } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { Member } from './paper-translated.decision.ts';
import { liveMembers } from './statements/live-members.statement.ts';
import { saveMembers } from './statements/save-members.statement.ts';

/** The sets that states are folded from. */
@Injectable()
export class MemberRepository {
  /** Takes facts, each subject's newest. @returns the papers whose sets they touched; stale facts touch none */
  async save(tx: Transaction, facts: readonly DiglotEvent<'paper.translated'>[]): Promise<Set<ArxivId>> {
    return saveMembers(tx, newestOfEachSubject(facts));
  }

  async live(tx: Transaction, papers: readonly ArxivId[]): Promise<Map<ArxivId, Member[]>> {
    return liveMembers(tx, papers);
  }
}

function newestOfEachSubject(facts: readonly DiglotEvent<'paper.translated'>[]): DiglotEvent<'paper.translated'>[] {
  const newest = new Map<string, DiglotEvent<'paper.translated'>>();
  for (const fact of facts) {
    const other = newest.get(fact.subject);
    if (!other || other.revision < fact.revision) newest.set(fact.subject, fact);
  }
  return [...newest.values()];
}
