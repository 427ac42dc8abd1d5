import { useQuery } from '@tanstack/react-query';
import { codesQuery } from '../../api/queries.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { explanationOf, type Explanation } from './explanation.ts';

/** What codes and kinds of notices mean, in the language of the reader. The answers of the api are in English. */
export function useExplanation(): (code: string | null, english: Explanation) => Explanation {
  const { language } = usePreferences();
  const { data } = useQuery({ ...codesQuery(), enabled: language !== 'en' });
  return (code, english) => (data ? explanationOf(data, language, code, english) : english);
}
