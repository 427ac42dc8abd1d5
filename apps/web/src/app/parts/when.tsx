import { commonMessages } from '../messages/common.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormats } from './use-formats.ts';

/** A moment, as the reader wants times; how long ago it is where that says more. */
export function When({ at, isAge = false }: { readonly at: string | null; readonly isAge?: boolean }) {
  const { never, ago } = useMessages(commonMessages);
  const { time, duration } = useFormats();
  if (at === null) return <span>{never}</span>;
  const seconds = Math.max(0, (Date.now() - Date.parse(at)) / 1_000);
  return (
    <time dateTime={at} title={time(at)}>
      {isAge ? ago(duration(seconds)) : time(at)}
    </time>
  );
}
