import { useState } from 'react';
import { Button } from './button.tsx';
import { CommandDialog } from './command-dialog.tsx';
import type { Command } from './command.ts';

/** A button that asks, in a dialog, before anything is done. */
export function CommandButton({ command }: { readonly command: Command }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{command.title} …</Button>
      <CommandDialog command={isOpen ? command : null} onClose={() => setOpen(false)} />
    </>
  );
}
