import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { LIMITS } from '../../../../api/limits.ts';
import { reviewQueueQuery } from '../../../../api/queries.ts';
import type { QueuedText } from '../../../../api/types.ts';
import { commonMessages } from '../../../messages/common.messages.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Refusal } from '../../../parts/refusal.tsx';
import { useFormats } from '../../../parts/use-formats.ts';
import { useShortcuts } from '../../../shell/use-shortcuts.ts';
import { QueuedCard } from './queued-card.tsx';
import type { ReviewParams } from './queue-filter.tsx';
import { ReviewerDialog } from './reviewer-dialog.tsx';
import { pairKey, waitingCount, waitingTexts, type ReviewList } from './reviewing.ts';
import styles from './reviews.module.css';
import { reviewsMessages } from './reviews.messages.ts';
import { UndoBar } from './undo-bar.tsx';
import { useReviewing, type Decision } from './use-reviewing.ts';

/** Fewer than these left, and the next page is asked for. */
const RESERVE = 5;

/** The texts that wait, one after the other. */
export function ReviewQueue({ params }: { readonly params: ReviewParams }) {
  const messages = useMessages(reviewsMessages);
  const { more } = useMessages(commonMessages);
  const { number } = useFormats();
  const query = useInfiniteQuery(reviewQueueQuery({ ...params }));
  const list: ReviewList = { name: JSON.stringify(params), order: params.order === 'newest' ? 'newest' : 'severity' };
  const { state, error, held, decide, undo, release } = useReviewing(list.name);
  const [place, setPlace] = useState({ key: '', index: 0, byKeys: false });
  const [edited, setEdited] = useState('');
  /** What persons wrote, by pair: an edit that is refused, or lacks a token, is not written twice. */
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const pages = query.data?.pages ?? [];
  const items = waitingTexts(
    state,
    pages.flatMap((page) => page.items),
    list,
  );
  // A text that left the list leaves its place to the next one.
  const at = Math.max(
    0,
    items.findIndex((item) => pairKey(item) === place.key),
  );
  const index = items.some((item) => pairKey(item) === place.key) ? at : Math.min(place.index, items.length - 1);
  const selected = items[index];
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    // Who does not answer is asked again when the reader wants it.
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && items.length < RESERVE) void fetchNextPage();
  });
  const go = (to: number): void => {
    const item = items[Math.min(Math.max(to, 0), items.length - 1)];
    if (item) setPlace({ key: pairKey(item), index: items.indexOf(item), byKeys: true });
  };
  const say = (item: QueuedText | undefined, decision: Decision['decision'], text?: string): void => {
    if (!item) return;
    if (text !== undefined) setDrafts((before) => ({ ...before, [pairKey(item)]: text }));
    setEdited('');
    setReason('');
    setPlace({ key: '', index: items.indexOf(item), byKeys: true });
    decide({ item, decision, ...(text === undefined ? {} : { text }), ...(reason.trim() === '' ? {} : { reason }) });
  };
  useShortcuts([
    { keys: 'j', label: messages.keyNext, run: () => go(index + 1) },
    { keys: 'k', label: messages.keyPrevious, run: () => go(index - 1) },
    { keys: 'a', label: messages.keyAccept, run: () => say(selected, 'accepted') },
    { keys: 'r', label: messages.keyReject, run: () => say(selected, 'rejected') },
    { keys: 'e', label: messages.keyEdit, run: () => setEdited(selected ? pairKey(selected) : '') },
    { keys: 'z', label: messages.keyUndo, run: undo },
  ]);
  const count = waitingCount(state, pages, list);
  const isNarrowed = [params.field, params.code, params.source].some((filter) => filter !== undefined);
  return (
    <Answer query={query} lines={8}>
      {() => (
        <>
          <div className={styles.bar}>
            <strong>{messages.waiting(number(count))}</strong>
            <UndoBar done={state.done.at(-1)} onUndo={undo} />
            <input
              type="text"
              className="field"
              maxLength={LIMITS.ReviewCommand.reason}
              aria-label={messages.reason}
              placeholder={messages.reason}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </div>
          {held === null && <Refusal error={error} />}
          {items.length === 0 && !hasNextPage && (
            <Notice
              title={isNarrowed ? messages.nothing : messages.none}
              hint={isNarrowed ? undefined : messages.noneHint}
            />
          )}
          <ul className={styles.cards}>
            {items.map((item, number) => (
              <QueuedCard
                key={pairKey(item)}
                item={item}
                isSelected={number === index}
                takesFocus={place.byKeys}
                isEdited={edited === pairKey(item)}
                draft={drafts[pairKey(item)]}
                onSelect={() => setPlace({ key: pairKey(item), index: number, byKeys: false })}
                onEdit={(isEdited) => setEdited(isEdited ? pairKey(item) : '')}
                onDecide={(decision, text) => say(item, decision, text)}
              />
            ))}
          </ul>
          {hasNextPage && <Button onClick={() => void fetchNextPage()}>{more}</Button>}
          <ReviewerDialog isOpen={held !== null} error={error} onGiven={release} />
        </>
      )}
    </Answer>
  );
}
