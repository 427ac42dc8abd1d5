import { Text } from './text.tsx';
import { useExplanation } from './use-explanation.ts';

interface ErrorMessageProps {
  readonly code: string | null;
  /** As it was raised, in English. */
  readonly message: string | null;
}

const NOTHING = { meaning: '', remedy: '' };

/** What went wrong: what its code means, for readers of Chinese, and the message as it was raised. */
export function ErrorMessage({ code, message }: ErrorMessageProps) {
  const { meaning } = useExplanation()(code, NOTHING);
  const words = message ?? '';
  return (
    <>
      {meaning !== '' && <span>{meaning} </span>}
      <span lang="en" dir="auto">
        {code !== null && !words.startsWith(code) && `${code}: `}
        <Text>{words}</Text>
      </span>
    </>
  );
}
