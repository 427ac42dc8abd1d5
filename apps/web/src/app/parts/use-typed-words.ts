import { useEffect, useState } from 'react';

/** Milliseconds without a key after which somebody has finished a word. */
const PAUSE = 250;

/** The words in a box, which are taken over when somebody pauses. */
export function useTypedWords(value: string, onChange: (words: string) => void): [string, (words: string) => void] {
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  useEffect(() => {
    if (words === value) return;
    const timer = setTimeout(() => onChange(words), PAUSE);
    return () => clearTimeout(timer);
  });
  return [words, setWords];
}
