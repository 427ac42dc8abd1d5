import { kill, pid } from 'node:process';
import type { DiglotEvent } from '@diglot/contracts';
import { DiglotError } from '@diglot/domain';
import type { Database } from '@diglot/platform';
import type { Hooks } from './shelf.handlers.ts';
import { countAttempt } from './shelf.repository.ts';

/** Hooks for a process of its own: what becomes of an event stands in its title, since nobody else can tell it. */
export function obeyTitle(database: Database): Hooks {
  return {
    prepare: async (event: DiglotEvent<'paper.parsed'>) => {
      const title = event.data.paper?.title.en ?? '';
      const begun = await countAttempt(database, event.id);
      if (title.startsWith('kill')) kill(pid, 'SIGKILL');
      if (title.startsWith('invalid')) throw new DiglotError('DIGLOT_DIGEST_ENCODING', title);
      if (title.startsWith('transient') && begun === 1) throw new DiglotError('DIGLOT_TIMEOUT', title);
      if (title.startsWith('bug')) throw new TypeError(title);
    },
    handle: (events) => {
      const refused = events.find(({ data }) => data.paper?.title.en.startsWith('refused'));
      if (refused) throw new DiglotError('DIGLOT_POSTGRES_REFUSED_DATA', refused.subject);
    },
  };
}
