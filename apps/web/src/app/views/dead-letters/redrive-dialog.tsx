import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, command } from '../../../api/client.ts';
import type { RedriveResult } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../parts/button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useToken } from '../../preferences/use-token.ts';
import { deadLettersMessages } from './dead-letters.messages.ts';
import styles from './redrive-dialog.module.css';
import { REDRIVE_PATH, redriveCurl, type RedriveScope } from './redrive-scope.ts';

interface RedriveDialogProps {
  /** null: closed. */
  readonly scope: RedriveScope | null;
  readonly onClose: () => void;
}

/** First counts what would be put back to work, then does it, with a reason. */
export function RedriveDialog({ scope, onClose }: RedriveDialogProps) {
  const messages = useMessages(deadLettersMessages);
  return (
    <Dialog title={messages.redrive} isOpen={scope !== null} onClose={onClose}>
      {scope && <RedriveForm scope={scope} onClose={onClose} />}
    </Dialog>
  );
}

function RedriveForm({ scope, onClose }: { readonly scope: RedriveScope; readonly onClose: () => void }) {
  const messages = useMessages(deadLettersMessages);
  const { cancel, close } = useMessages(commonMessages);
  const { number } = useFormats();
  const [token, setToken] = useToken();
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const preview = useMutation({
    mutationFn: () => command<RedriveResult>(REDRIVE_PATH, { ...scope, reason, dryRun: true }, token),
  });
  const redrive = useMutation({
    mutationFn: () => command<RedriveResult>(REDRIVE_PATH, { ...scope, reason, dryRun: false }, token),
    onSuccess: () => client.invalidateQueries(),
  });
  const failed = redrive.error ?? preview.error;
  const change = (set: () => void): void => {
    set();
    preview.reset();
  };
  if (redrive.data) {
    return (
      <div className={styles.form}>
        <p role="status">{messages.done(number(redrive.data.count))}</p>
        <Button look="strong" onClick={onClose}>
          {close}
        </Button>
      </div>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (preview.data) redrive.mutate();
        else preview.mutate();
      }}
    >
      <label>
        <span>{messages.token}</span>
        <input
          type="password"
          className="field"
          required
          autoComplete="off"
          value={token}
          onChange={({ target }) => change(() => setToken(target.value.trim()))}
        />
        <span className="soft small">{messages.tokenHint}</span>
      </label>
      <label>
        <span>{messages.reason}</span>
        <input
          type="text"
          className="field"
          required
          maxLength={500}
          placeholder={messages.reasonHint}
          value={reason}
          onChange={({ target }) => change(() => setReason(target.value))}
        />
      </label>
      {preview.data && <p role="status">{messages.concerns(number(preview.data.count))}</p>}
      {failed && (
        <p role="alert" className={styles.failed}>
          {failed instanceof ApiError && failed.code !== null ? `${failed.code}: ${failed.message}` : failed.message}
        </p>
      )}
      <div className={styles.buttons}>
        <CopyButton text={redriveCurl(scope, location.origin)} label={messages.curl} />
        <Button onClick={onClose}>{cancel}</Button>
        <Button
          type="submit"
          look="strong"
          disabled={preview.isPending || redrive.isPending || preview.data?.count === 0}
        >
          {preview.data ? messages.confirm(number(preview.data.count)) : messages.preview}
        </Button>
      </div>
    </form>
  );
}
