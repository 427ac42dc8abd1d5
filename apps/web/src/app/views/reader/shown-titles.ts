import type { Bilingual, Side } from '../../../api/types.ts';
import type { ReadingLayout } from '../../preferences/preferences.ts';

/** Which titles of a paper a layout shows; one at least, for the original is there always. */
export function shownTitles(layout: ReadingLayout, { zh }: Pick<Bilingual, 'zh'>): readonly Side[] {
  if (zh === null || layout === 'en') return ['en'];
  return layout === 'zh' ? ['zh'] : ['en', 'zh'];
}
