import { useEffect, useState } from 'react';
import { TypedWords } from './typed-words.ts';

/** Milliseconds without a key after which somebody has finished a word. */
const PAUSE = 250;

/** The words in a box, which are taken over when somebody pauses. */
export function useTypedWords(value: string, onChange: (words: string) => void): [string, (words: string) => void] {
  const [words, setWords] = useState(value);
  const [typed] = useState(() => new TypedWords());
  useEffect(() => {
    const shown = typed.come(value, words);
    if (shown !== words) setWords(shown);
    // oxlint-disable-next-line react/exhaustive-deps -- only when a value comes: what is typed meanwhile asks nobody
  }, [value, typed]);
  useEffect(() => {
    if (words === value) return;
    const timer = setTimeout(() => {
      typed.leave(words);
      onChange(words);
    }, PAUSE);
    return () => clearTimeout(timer);
  });
  return [words, setWords];
}
