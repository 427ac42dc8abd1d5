export type Language = 'en' | 'zh';

/** What one reader wants on one device. It is kept there, and sent nowhere. */
export interface Preferences {
  readonly language: Language;
  readonly scheme: 'system' | 'light' | 'dark';
  readonly times: 'local' | 'utc';
  /** Whether what is shown renews itself. */
  readonly live: boolean;
  readonly layout: ReadingLayout;
}

export const READING_LAYOUTS = ['side-by-side', 'interleaved', 'en', 'zh'] as const;
export type ReadingLayout = (typeof READING_LAYOUTS)[number];

/** Also read by public/first-paint.js. */
export const PREFERENCES_KEY = 'diglot.preferences';

const CHOICES: { readonly [K in keyof Preferences]: readonly Preferences[K][] } = {
  language: ['en', 'zh'],
  scheme: ['system', 'light', 'dark'],
  times: ['local', 'utc'],
  live: [true, false],
  layout: READING_LAYOUTS,
};

/** What is kept, where it can be understood; what the browser says or what is usual elsewhere. */
export function readPreferences(kept: string | null, browserLanguage: string): Preferences {
  const values = toRecord(kept);
  const choose = <K extends keyof Preferences>(name: K, usual: Preferences[K]): Preferences[K] =>
    CHOICES[name].find((choice) => choice === values[name]) ?? usual;
  return {
    language: choose('language', browserLanguage.startsWith('zh') ? 'zh' : 'en'),
    scheme: choose('scheme', 'system'),
    times: choose('times', 'local'),
    live: choose('live', true),
    layout: choose('layout', 'side-by-side'),
  };
}

function toRecord(kept: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
