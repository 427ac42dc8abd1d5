import { useQuery } from '@tanstack/react-query';
import { receiptQuery } from '../../../api/queries.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { PayloadView } from '../../parts/payload-view.tsx';
import { deadLettersMessages } from './dead-letters.messages.ts';

/** What an event says, and with which headers it came. */
export function ReceiptBody({ consumer, eventId }: { readonly consumer: string; readonly eventId: string }) {
  const messages = useMessages(deadLettersMessages);
  return (
    <Answer query={useQuery(receiptQuery(consumer, eventId))} lines={3}>
      {({ headers, payload }) => (
        <>
          <details>
            <summary>{messages.headers}</summary>
            <PayloadView payload={{ json: headers }} label={messages.headers} />
          </details>
          {payload === null ? (
            <p className="soft small">{messages.noPayload}</p>
          ) : (
            <PayloadView payload={payload} label={messages.payload} />
          )}
        </>
      )}
    </Answer>
  );
}
