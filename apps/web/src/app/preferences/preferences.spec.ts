import { readPreferences } from './preferences.ts';

describe('preferences', () => {
  it('start with the language of the browser', () => {
    expect(readPreferences(null, 'zh-CN')).toMatchObject({ language: 'zh', scheme: 'system', live: true });
    expect(readPreferences(null, 'de-DE')).toMatchObject({ language: 'en' });
  });

  it('are what was kept', () => {
    const kept = { language: 'en', scheme: 'dark', times: 'utc', live: false, layout: 'interleaved' };
    expect(readPreferences(JSON.stringify(kept), 'zh-CN')).toEqual(kept);
  });

  it.each(['', 'not JSON', 'null', '7', '[]', '{"scheme":"<script>","live":"no","layout":5}'])(
    'survive what they cannot understand: %s',
    (kept) => {
      expect(readPreferences(kept, 'en')).toEqual(readPreferences(null, 'en'));
    },
  );
});
