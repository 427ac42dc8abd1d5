import { Link } from '@tanstack/react-router';
import type { FlowWebhook } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { flowMessages } from './flow.messages.ts';
import styles from './line-list.module.css';
import { webhookStates, webhookTone } from './webhook-state.ts';

/** Who is told of every change of a paper, and whether that goes well. Nothing where nobody is. */
export function Webhooks({ webhooks }: { readonly webhooks: readonly FlowWebhook[] }) {
  const messages = useMessages(flowMessages);
  if (webhooks.length === 0) return null;
  return (
    <section className="section">
      <h2>{messages.webhooks}</h2>
      <ul className={styles.lines}>
        {webhooks.map((webhook) => (
          <WebhookLine key={webhook.name} webhook={webhook} />
        ))}
      </ul>
    </section>
  );
}

function WebhookLine({ webhook }: { readonly webhook: FlowWebhook }) {
  const { webhookStates: states, told, since } = useMessages(flowMessages);
  const { number, decimal, duration } = useFormats();
  const { name, consumer, perMinuteOut } = webhook;
  return (
    <li data-webhook={name}>
      <strong className="dot" data-tone={webhookTone(webhook)}>
        {name}
      </strong>
      {webhookStates(webhook).map(({ state, count, seconds }) => {
        const text = state === 'well' || state === 'gone' ? states[state] : states[state](number(count));
        const age = seconds === null ? '' : `, ${since(duration(seconds))}`;
        return (
          <span key={state}>
            {state === 'dead' || state === 'retrying' ? (
              <Link to="/dead-letters" search={{ consumer, ...(state === 'retrying' ? { show: 'retries' } : {}) }}>
                {text}
              </Link>
            ) : (
              text
            )}
            {age}
          </span>
        );
      })}
      {perMinuteOut > 0 && <span>{told(decimal(perMinuteOut))}</span>}
    </li>
  );
}
