import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { command as send } from '../../api/client.ts';
import { commandMessages } from '../messages/command.messages.ts';
import { commonMessages } from '../messages/common.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useToken } from '../preferences/use-token.ts';
import { Button } from './button.tsx';
import styles from './command-dialog.module.css';
import { commandCurl, type Command } from './command.ts';
import { CopyButton } from './copy-button.tsx';
import { Dialog } from './dialog.tsx';
import { Refusal } from './refusal.tsx';
import { TokenField } from './token-field.tsx';
import { useFormats } from './use-formats.ts';

interface CommandDialogProps {
  /** null: closed. */
  readonly command: Command | null;
  readonly onClose: () => void;
}

/** First counts what a command would concern, then gives it, with a reason. */
export function CommandDialog({ command, onClose }: CommandDialogProps) {
  return (
    <Dialog title={command?.title ?? ''} isOpen={command !== null} onClose={onClose}>
      {command && <CommandForm command={command} onClose={onClose} />}
    </Dialog>
  );
}

interface Result {
  readonly count: number;
}

function CommandForm({ command, onClose }: { readonly command: Command; readonly onClose: () => void }) {
  const messages = useMessages(commandMessages);
  const { cancel, close } = useMessages(commonMessages);
  const { number } = useFormats();
  const [token, setToken] = useToken();
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const give = (dryRun: boolean) => () => send<Result>(command.path, { ...command.body, reason, dryRun }, token);
  const preview = useMutation({ mutationFn: give(true) });
  const order = useMutation({ mutationFn: give(false), onSuccess: () => void client.invalidateQueries() });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (preview.data) order.mutate();
    else preview.mutate();
  };
  if (order.data) {
    return (
      <div className={styles.form}>
        <p role="status">{command.done(number(order.data.count))}</p>
        <Button look="strong" onClick={onClose}>
          {close}
        </Button>
      </div>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TokenField value={token} onChange={setToken} />
      <label>
        <span>{messages.reason}</span>
        <input
          type="text"
          className="field"
          required
          maxLength={500}
          placeholder={messages.reasonHint}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      {preview.data && <p role="status">{command.concerns(number(preview.data.count))}</p>}
      <Refusal error={order.error ?? preview.error} />
      <div className={styles.buttons}>
        <CopyButton text={commandCurl(command, location.origin)} label={messages.curl} />
        <Button onClick={onClose}>{cancel}</Button>
        <Button
          type="submit"
          look="strong"
          disabled={preview.isPending || order.isPending || preview.data?.count === 0}
        >
          {preview.data ? command.confirm(number(preview.data.count)) : messages.preview}
        </Button>
      </div>
    </form>
  );
}
