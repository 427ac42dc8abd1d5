import type { ErrorComponentProps } from '@tanstack/react-router';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../messages/use-messages.ts';
import { commonMessages } from '../messages/common.messages.ts';
import { Notice } from '../parts/notice.tsx';
import { Button } from '../parts/button.tsx';
import { shellMessages } from './shell.messages.ts';

/** A view that threw: a bug of ours, or a part of the page that could not be fetched. The rest of the page goes on. */
export function RouteFailed({ error, reset }: ErrorComponentProps) {
  const messages = useMessages(shellMessages);
  const { again } = useMessages(commonMessages);
  return (
    <Notice title={messages.broken} hint={error instanceof Error ? error.message : String(error)}>
      <Button onClick={reset}>{again}</Button>
      <Link to="/" onClick={reset}>
        {messages.home}
      </Link>
    </Notice>
  );
}
