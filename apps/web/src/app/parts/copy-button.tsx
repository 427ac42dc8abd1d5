import { useState } from 'react';
import { commonMessages } from '../messages/common.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { announce } from '../shell/announcements.tsx';
import { Button } from './button.tsx';

/** Puts a text where it can be pasted from. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { copied } = useMessages(commonMessages);
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(copied);
    setTimeout(() => setCopied(false), 2_000);
  };
  return <Button onClick={() => void copy()}>{isCopied ? copied : label}</Button>;
}
