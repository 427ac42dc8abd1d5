import { CHINESE, ENGLISH, type Texts } from './texts.ts';

export type Language = 'en' | 'zh';

const KEY = 'diglot.language';

/** What the page is shown in; remembered in this browser. */
class LanguageChoice {
  #language: Language = stored() ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

  get current(): Language {
    return this.#language;
  }

  get texts(): Texts {
    return this.#language === 'zh' ? CHINESE : ENGLISH;
  }

  toggle(): void {
    this.#language = this.#language === 'zh' ? 'en' : 'zh';
    try {
      localStorage.setItem(KEY, this.#language);
    } catch {
      // A browser may forbid it; then the choice lasts as long as the page.
    }
  }

  number(value: number): string {
    return value.toLocaleString(this.#language === 'zh' ? 'zh-CN' : 'en');
  }
}

export const language = new LanguageChoice();

function stored(): Language | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'en' || value === 'zh' ? value : null;
  } catch {
    return null;
  }
}

/** The value of an HTML `lang` attribute. */
export function langOf(which: Language): string {
  return which === 'zh' ? 'zh-Hans' : 'en';
}
