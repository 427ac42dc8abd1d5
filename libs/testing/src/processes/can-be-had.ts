import { codeOf, messageOf } from '@diglot/platform';
import { leaveOut } from './leave-out.ts';

/** What a machine lacks; anything else is a failure, not a reason to leave tests out. */
const LACKS = ['DIGLOT_TOOL_MISSING', 'DIGLOT_DOWNLOAD_FAILED'];

/** Whether something can be got; if the machine lacks what that takes, the subject is left out with the reason. */
export async function canBeHad(subject: string, get: () => Promise<unknown>): Promise<boolean> {
  try {
    await get();
    return true;
  } catch (error) {
    if (!LACKS.includes(codeOf(error))) throw error;
    return !leaveOut(`${subject}: ${messageOf(error).replaceAll('\n', ' ')}`);
  }
}
