import { useState, type FormEvent } from 'react';
import { LIMITS } from '../../../../api/limits.ts';
import { commonMessages } from '../../../messages/common.messages.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Button } from '../../../parts/button.tsx';
import styles from '../../../parts/command-dialog.module.css';
import { Dialog } from '../../../parts/dialog.tsx';
import { Refusal } from '../../../parts/refusal.tsx';
import { TokenField } from '../../../parts/token-field.tsx';
import { useReviewer } from '../../../preferences/use-reviewer.ts';
import { useToken } from '../../../preferences/use-token.ts';
import { reviewsMessages } from './reviews.messages.ts';

interface ReviewerDialogProps {
  readonly isOpen: boolean;
  /** Why it is asked again. */
  readonly error: Error | null;
  readonly onGiven: (who: { readonly token: string; readonly reviewer: string } | null) => void;
}

/** Asks once who reviews, before the first review goes out. */
export function ReviewerDialog({ isOpen, error, onGiven }: ReviewerDialogProps) {
  const { who } = useMessages(reviewsMessages);
  return (
    <Dialog title={who} isOpen={isOpen} onClose={() => onGiven(null)}>
      <ReviewerForm error={error} onGiven={onGiven} />
    </Dialog>
  );
}

function ReviewerForm({ error, onGiven }: Omit<ReviewerDialogProps, 'isOpen'>) {
  const messages = useMessages(reviewsMessages);
  const { cancel } = useMessages(commonMessages);
  const [kept] = useReviewer();
  const [keptToken] = useToken();
  const [reviewer, setName] = useState(kept);
  const [token, setToken] = useState(keptToken);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onGiven({ token, reviewer: reviewer.trim() });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label>
        <span>{messages.name}</span>
        <input
          type="text"
          className="field"
          required
          pattern=".*\S.*"
          maxLength={LIMITS.ReviewCommand.reviewer}
          autoComplete="name"
          value={reviewer}
          onChange={({ target }) => setName(target.value)}
        />
        <span className="soft small">{messages.nameHint}</span>
      </label>
      <TokenField value={token} onChange={setToken} />
      <Refusal error={error} />
      <div className={styles.buttons}>
        <Button onClick={() => onGiven(null)}>{cancel}</Button>
        <Button type="submit" look="strong">
          {messages.goOn}
        </Button>
      </div>
    </form>
  );
}
