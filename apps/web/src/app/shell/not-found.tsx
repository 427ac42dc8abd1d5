import { Link } from '@tanstack/react-router';
import { useMessages } from '../messages/use-messages.ts';
import { Notice } from '../parts/notice.tsx';
import { shellMessages } from './shell.messages.ts';

export function NotFound() {
  const messages = useMessages(shellMessages);
  return (
    <Notice title={messages.notFound} hint={messages.notFoundHint}>
      <Link to="/">{messages.toToday}</Link>
    </Notice>
  );
}
