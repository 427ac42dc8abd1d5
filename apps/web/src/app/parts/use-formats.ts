import { useMemo } from 'react';
import { commonMessages } from '../messages/common.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { durationParts, formatsOf, type Formats } from './formats.ts';

/** How this reader wants numbers and times. */
export function useFormats(): Formats & { readonly duration: (seconds: number) => string } {
  const { language, times } = usePreferences();
  const messages = useMessages(commonMessages);
  return useMemo(() => {
    const formats = formatsOf(language, times);
    return {
      ...formats,
      duration: (seconds) => {
        const { value, unit } = durationParts(seconds);
        return messages[unit](formats.decimal(value));
      },
    };
  }, [language, times, messages]);
}
