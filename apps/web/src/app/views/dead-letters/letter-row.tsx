import { Link } from '@tanstack/react-router';
import type { DeadLetter } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { commandCurl } from '../../parts/command.ts';
import { Button } from '../../parts/button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { ErrorMessage } from '../../parts/error-message.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { When } from '../../parts/when.tsx';
import { deadLettersMessages } from './dead-letters.messages.ts';
import styles from './letter-list.module.css';
import { ReceiptBody } from './receipt-body.tsx';
import { useLetterCommand } from './letter-commands.ts';

interface LetterRowProps {
  readonly letter: DeadLetter;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onRedrive: () => void;
}

export function LetterRow({ letter, isOpen, onOpen, onRedrive }: LetterRowProps) {
  const messages = useMessages(deadLettersMessages);
  const letterCommand = useLetterCommand();
  const { atLine } = useMessages(commonMessages);
  const { number } = useFormats();
  const { consumer, eventId, key, code, message, file, line, attempts, redrives, updatedAt } = letter;
  return (
    <li className={styles.letter} data-letter={eventId}>
      <button type="button" className={styles.head} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
        <span className={styles.message}>
          <ErrorMessage code={code} message={message} />
        </span>
        <span className={styles.meta}>
          <span className={styles.place}>
            {file ?? key}
            {line !== null && `, ${atLine(line)}`}
          </span>
          <span>{consumer}</span>
          <span>{messages.attempts(number(attempts))}</span>
          {redrives > 0 && <span>{messages.redrives(number(redrives))}</span>}
          <When at={updatedAt} />
        </span>
      </button>
      {isOpen && (
        <div className={styles.body}>
          <div className={styles.actions}>
            <Button onClick={onRedrive}>{messages.redrive} …</Button>
            <CopyButton
              text={commandCurl(letterCommand('redrive', { eventIds: [eventId] }), location.origin)}
              label={messages.curl}
            />
            <Link to="/trace" search={{ of: eventId }}>
              {messages.trace}
            </Link>
          </div>
          <ReceiptBody consumer={consumer} eventId={eventId} />
        </div>
      )}
    </li>
  );
}
