import { useQuery } from '@tanstack/react-query';
import { statusQuery } from '../../../api/queries.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { FigureList } from '../../parts/figure-list.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { todayMessages } from './today.messages.ts';

/** All that was ever taken, in one line. */
export function Figures() {
  const messages = useMessages(todayMessages);
  const { number, percent } = useFormats();
  const { data } = useQuery(statusQuery());
  if (!data) return null;
  const { digests, entries, papers, verdicts } = data;
  const figures = [
    { name: messages.allDigests, value: number(digests.seen) },
    { name: messages.allEntries, value: number(entries) },
    { name: messages.allPapers, value: number(papers) },
    ...(papers > 0 ? [{ name: messages.accepted, value: percent(verdicts.accept / papers) }] : []),
  ];
  return <FigureList size="large" label={messages.figures} figures={figures} />;
}
