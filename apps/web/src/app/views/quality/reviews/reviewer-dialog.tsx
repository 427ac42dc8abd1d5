import { useState, type FormEvent } from 'react';
import { commandMessages } from '../../../messages/command.messages.ts';
import { commonMessages } from '../../../messages/common.messages.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useReviewer } from '../../../preferences/use-reviewer.ts';
import { useToken } from '../../../preferences/use-token.ts';
import { Refusal } from './refusal.tsx';
import styles from './reviews.module.css';
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
  const command = useMessages(commandMessages);
  const { cancel } = useMessages(commonMessages);
  const [kept] = useReviewer();
  const [keptToken] = useToken();
  const [reviewer, setName] = useState(kept);
  const [token, setToken] = useState(keptToken);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onGiven({ token: token.trim(), reviewer: reviewer.trim() });
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
          maxLength={100}
          autoComplete="name"
          value={reviewer}
          onChange={({ target }) => setName(target.value)}
        />
        <span className="soft small">{messages.nameHint}</span>
      </label>
      <label>
        <span>{command.token}</span>
        <input
          type="password"
          className="field"
          required
          autoComplete="off"
          value={token}
          onChange={({ target }) => setToken(target.value)}
        />
        <span className="soft small">{command.tokenHint}</span>
      </label>
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
