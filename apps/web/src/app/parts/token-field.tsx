import { commandMessages } from '../messages/command.messages.ts';
import { useMessages } from '../messages/use-messages.ts';

interface TokenFieldProps {
  readonly value: string;
  readonly onChange: (token: string) => void;
}

/** Where the token of commands is given. */
export function TokenField({ value, onChange }: TokenFieldProps) {
  const { token, tokenHint } = useMessages(commandMessages);
  return (
    <label>
      <span>{token}</span>
      <input
        type="password"
        className="field"
        required
        autoComplete="off"
        value={value}
        onChange={({ target }) => onChange(target.value.trim())}
      />
      <span className="soft small">{tokenHint}</span>
    </label>
  );
}
