import { useState } from 'react';
import type { Side } from '../../../../api/types.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Button } from '../../../parts/button.tsx';
import type { TextMark } from '../../../parts/piece-marks.ts';
import { RichText } from '../../../parts/rich-text.tsx';
import { useFormats } from '../../../parts/use-formats.ts';
import styles from './reviews.module.css';
import { reviewsMessages } from './reviews.messages.ts';
import { capOf, marksBehind } from './text-cap.ts';

interface CappedTextProps {
  readonly text: string;
  readonly side: Side;
  readonly marks: readonly TextMark[];
}

/**
 * A text of which no more is shown at first than a person can weigh against another one. What is cut is not there for those who
 * listen either; the button says how much that is, and how much was found in it.
 */
export function CappedText({ text, side, marks }: CappedTextProps) {
  const messages = useMessages(reviewsMessages);
  const { number } = useFormats();
  const [isWhole, setWhole] = useState(false);
  const cap = capOf(text, side);
  const isCut = cap !== null && !isWhole;
  const behind = cap === null ? 0 : marksBehind(marks, cap);
  return (
    <div lang={side === 'en' ? 'en' : 'zh-Hans'}>
      <p dir="auto">
        <RichText text={text} marks={marks} {...(isCut && { part: [0, cap] as const })} />
        {isCut && ' …'}
      </p>
      {cap !== null && (
        <p className={styles.rest}>
          <Button look="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? messages.showLess : messages.showWhole(number(text.length))}
          </Button>
          {isCut && behind > 0 && <span>{messages.marksBehind(number(behind))}</span>}
        </p>
      )}
    </div>
  );
}
