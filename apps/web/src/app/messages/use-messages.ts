import { usePreferences } from '../preferences/use-preferences.ts';
import type { Catalogue } from './catalogue.ts';

/** What a part of the page says, in the language of the reader. */
export function useMessages<T>(messages: Catalogue<T>): Catalogue<T>['en'] {
  return messages[usePreferences().language];
}
