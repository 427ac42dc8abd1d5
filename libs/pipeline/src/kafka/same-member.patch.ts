import { createRequire } from 'node:module';

/** What of kafkajs's consumer group the patch touches. */
interface ConsumerGroup {
  readonly groupId: string;
  memberId: string | null;
  connect: Connect;
}
type Connect = (this: ConsumerGroup) => Promise<void>;

/** A module of kafkajs that is not in its interface; its version is fixed exactly, and a test restarts a broker. */
const GROUP = 'kafkajs/src/consumer/consumerGroup.js';

const patched = new WeakSet<Connect>();
/** By group, the ids of members whose consumers were lost before they could leave. */
const lost = new Map<string, string[]>();

/** The next consumer of the group in this process joins as this member. */
export function rememberMember(groupId: string, memberId: string): void {
  const members = lost.get(groupId) ?? [];
  if (!members.includes(memberId)) lost.set(groupId, [...members, memberId]);
}

/**
 * Lets a consumer that is made anew be the member that the lost one was. A broker that comes back remembers the members of its
 * groups and waits a whole session (45 s) for those that do not come, so a new one would wait with it: measured from the start
 * of a broker to the first assignment, 45 s without this. A member that the broker has forgotten joins as a new one, which
 * kafkajs does by itself. Done at run time for the reason of `patchIdleQueue`.
 */
export function patchSameMember(): void {
  const { prototype } = createRequire(import.meta.url)(GROUP) as { readonly prototype: ConsumerGroup };
  const original = prototype.connect;
  if (patched.has(original)) return;
  const rejoining: Connect = function () {
    this.memberId = lost.get(this.groupId)?.pop() ?? null;
    return original.call(this);
  };
  patched.add(rejoining);
  prototype.connect = rejoining;
}
