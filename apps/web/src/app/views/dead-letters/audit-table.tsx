import { useInfiniteQuery } from '@tanstack/react-query';
import { auditQuery } from '../../../api/queries.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { When } from '../../parts/when.tsx';
import { AuditCommand } from './audit-command.tsx';
import { deadLettersMessages } from './dead-letters.messages.ts';

/** Who gave which command when and why, and which were refused. */
export function AuditTable() {
  const messages = useMessages(deadLettersMessages);
  const { more } = useMessages(commonMessages);
  const { number } = useFormats();
  const query = useInfiniteQuery(auditQuery());
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Answer query={query}>
      {() =>
        items.length === 0 ? (
          <Notice title={messages.noAudit} hint={messages.noAuditHint} />
        ) : (
          <div className="scroll" tabIndex={0} role="group" aria-label={messages.shows.audit}>
            <table className="table">
              <thead>
                <tr>
                  <th>{messages.when}</th>
                  <th>{messages.actor}</th>
                  <th>{messages.command}</th>
                  <th>{messages.outcome}</th>
                  <th>{messages.reason}</th>
                  <th className="number">{messages.affected}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ at, actor, command, outcome, reason, detail, affected }, index) => (
                  <tr key={index}>
                    <td>
                      <When at={at} />
                    </td>
                    <td>{actor}</td>
                    <td>
                      <AuditCommand command={command} detail={detail} />
                    </td>
                    <td>{messages.outcomes[outcome]}</td>
                    <td>{reason}</td>
                    <td className="number">{number(affected)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{more}</Button>}
          </div>
        )
      }
    </Answer>
  );
}
