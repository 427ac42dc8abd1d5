import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { timedWorkQuery } from '../../../api/queries.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { When } from '../../parts/when.tsx';
import { flowMessages } from './flow.messages.ts';
import styles from './line-list.module.css';
import { secondsLeft } from './seconds-left.ts';

/** Replays and re-verifications: how far they are, and when they will be done. */
export function TimedWork() {
  const messages = useMessages(flowMessages);
  const { number, day } = useFormats();
  const { data } = useQuery(timedWorkQuery());
  // A fresh start has its first engine, and nothing to judge with it.
  const reVerifications = data?.reVerifications.filter(({ judged, finishedAt }) => judged > 0 || finishedAt === null);
  if (!data || !reVerifications || data.replays.length + reVerifications.length === 0) return null;
  return (
    <section className="section">
      <h2>{messages.timedWork}</h2>
      <ul className={styles.lines}>
        {reVerifications.map(({ generation, reason, requestedAt, judged, changed, remaining, finishedAt }) => {
          return (
            <Item
              key={generation}
              name={messages.reVerification}
              reason={reason}
              at={requestedAt}
              finishedAt={finishedAt}
            >
              <span>{messages.judged(number(judged), number(changed))}</span>
              {finishedAt === null && (
                <Progress name={messages.reVerification} at={requestedAt} done={judged} remaining={remaining} />
              )}
            </Item>
          );
        })}
        {data.replays.map(({ replayId, from, source, reason, requestedAt, announced, remaining, finishedAt }) => {
          const name = messages.replay(day(from), source ?? '');
          return (
            <Item key={replayId} name={name} reason={reason} at={requestedAt} finishedAt={finishedAt}>
              <span>{messages.announced(number(announced))}</span>
              {finishedAt === null && <Progress name={name} at={requestedAt} done={announced} remaining={remaining} />}
            </Item>
          );
        })}
      </ul>
    </section>
  );
}

interface ProgressProps {
  readonly name: string;
  /** When it was asked for. */
  readonly at: string;
  readonly done: number;
  readonly remaining: number;
}

/** The whole is what is done and what remains now: it can grow while it is worked on. */
function Progress({ name, at, done, remaining }: ProgressProps) {
  const messages = useMessages(flowMessages);
  const { number, duration } = useFormats();
  const left = secondsLeft(Date.parse(at), Date.now(), done, remaining);
  return (
    <>
      <progress max={Math.max(done + remaining, 1)} value={done} aria-label={name} />
      <span>{left === null ? messages.remaining(number(remaining)) : messages.left(duration(left))}</span>
    </>
  );
}

interface ItemProps {
  readonly name: string;
  readonly reason: string;
  readonly at: string;
  readonly finishedAt: string | null;
  readonly children: ReactNode;
}

function Item({ name, reason, at, finishedAt, children }: ItemProps) {
  const messages = useMessages(flowMessages);
  return (
    <li>
      <strong>{name}</strong>
      <When at={at} />
      <span>{reason}</span>
      {children}
      {finishedAt === null ? (
        <span>{messages.underWay}</span>
      ) : (
        <span>
          {messages.finished} <When at={finishedAt} />
        </span>
      )}
    </li>
  );
}
