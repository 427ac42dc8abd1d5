import type { Status } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { FigureList } from '../../parts/figure-list.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { todayMessages } from './today.messages.ts';

/** Stands where a figure will, or would. */
const NONE = '–';

/** All that was ever taken, in one line. It has its place before it is known, and where it is not. */
export function Figures({ status }: { readonly status: Status | undefined }) {
  const messages = useMessages(todayMessages);
  const { number, percent } = useFormats();
  const { digests, entries, papers, verdicts } = status ?? {};
  const figureOf = (count: number | undefined): string => (count === undefined ? NONE : number(count));
  const figures = [
    { name: messages.allDigests, value: figureOf(digests?.seen) },
    { name: messages.allEntries, value: figureOf(entries) },
    { name: messages.allPapers, value: figureOf(papers) },
    { name: messages.accepted, value: verdicts && papers ? percent(verdicts.accept / papers) : NONE },
  ];
  return <FigureList size="large" label={messages.figures} figures={figures} />;
}
