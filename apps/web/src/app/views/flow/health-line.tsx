import { useQuery } from '@tanstack/react-query';
import { statusQuery } from '../../../api/queries.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { flowMessages } from './flow.messages.ts';

/** Whether the process is well, and what it is. */
export function HealthLine() {
  const messages = useMessages(flowMessages);
  const { data } = useQuery(statusQuery());
  if (!data) return null;
  const { readiness, version, profile } = data;
  return (
    <section className="section">
      <h2>{messages.health}</h2>
      <p className="soft">
        {readiness.ready ? (
          messages.ready
        ) : (
          <>
            {messages.notReady}: <span lang="en">{readiness.reasons.join('; ')}</span>
          </>
        )}{' '}
        · {messages.version} {version} · {messages.profile} {profile}
      </p>
    </section>
  );
}
