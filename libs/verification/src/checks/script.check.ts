import type { Span } from '@diglot/domain';
import { isHangul, isKana } from '../text/scripts.ts';
import type { Check, Finding } from './check.ts';

/**
 * Common characters whose simplified form differs and that simplified Chinese never uses (OpenCC TSCharacters, the
 * frequent ones of scientific prose).
 */
const TRADITIONAL = new Set(
  Array.from(
    '來個們備億優兩別動務勢區協參問單嗎國圍圖團報場塊壓壞夠奮學實寫將專尋對導層屬帶幫幾庫廣張強彈彙後徑從復態慮憑憶應懷戰換擇擊擔據擬擴擾攝敗敘數斷於時暫書會東條業極構樂樓標樞樣機檔檢權歷歸殘決況測準溫滿漢潛濾災為無爾狀獎獨獲現環產畫異當療發盡監盤確碼磚禮種稱積穩窮競筆節築簡糧糾紀約級細終組結絕絡統經綜維網緊線緣編緩練縮縱總績織繪繫繼續羅義習聯聲職脈腦腳臨與舉舊藝藥處虛號術衛補裝製複見規視親覺覽觀觸計訊討訓記設許訴診註評詞詢試該認語誤說課調請論諸諾講證識譜譯議護讀變讓豐負財貢貨責費貼資質賴較載輔輕輯輸轉辦這連週進運過達違遙遞遠適遷選遺還邊邏鄰鈕銳錄錯鍵鏈鏡鐘長門閉開間閾關陣階際隨險雖雙雜離難電靈靜響頂項順須預領頭頻題額願類顧顯風飛飾馬驅驗驟體麗點黨龍',
  ),
);
const VIETNAMESE = /[\u0102-\u0103\u01a0-\u01b0\u1ea0-\u1ef9]/u;
const FOREIGN =
  // oxlint-disable-next-line no-misleading-character-class -- whole blocks; combining marks are part of them
  /[\u0102-\u0103\u01a0-\u01b0\u1ea0-\u1ef9]+|[\u0400-\u04ff\u0590-\u05ff\u0600-\u06ff\u0900-\u097f\u0e00-\u0e7f]+/gu;
const BROKEN = /\ufffd+|[\ue000-\uf8ff]+|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/g;
/** Places that are looked up in the source. */
const MAX_SPANS = 100;
/** From this share of its ideographs on a text counts as traditional; a few are names. */
const TRADITIONAL_SHARE = 0.1;

/** Source: pofilter `validchars`, Bicleaner no_script_inconsistencies and no_bad_encoding. */
export const scriptCheck: Check = {
  name: 'script',
  version: '1',
  run({ source, target, targetMeasure }): readonly Finding[] {
    return [...traditional(target, targetMeasure.han), ...foreign(source, target), ...broken(source, target)];
  },
};

function traditional(target: string, han: number): Finding[] {
  const spans: Span[] = [];
  for (let index = 0; index < target.length; index += 1) {
    if (TRADITIONAL.has(target.charAt(index))) spans.push([index, index + 1]);
  }
  if (spans.length < 2) return [];
  const share = spans.length / Math.max(1, han);
  return [
    {
      code: 'script',
      severity: share >= TRADITIONAL_SHARE ? 'major' : 'minor',
      probability: share >= TRADITIONAL_SHARE ? 0.9 : 0.6,
      target: spans.slice(0, 20),
      message: {
        en: `${spans.length} characters are traditional Chinese.`,
        zh: `有 ${spans.length} 个繁体字。`,
      },
      evidence: { characters: spans.length, share: Number(share.toFixed(3)) },
    },
  ];
}

function foreign(source: string, target: string): Finding[] {
  const spans: Span[] = Array.from(target.matchAll(FOREIGN), ({ index, 0: text }): Span => [
    index,
    index + text.length,
  ]);
  spans.push(...runsOf(target, (unit) => isKana(unit) || isHangul(unit)));
  const strange = spans.slice(0, MAX_SPANS).filter(([from, to]) => !source.includes(target.slice(from, to)));
  if (strange.length === 0) return [];
  const characters = strange.reduce((sum, [from, to]) => sum + to - from, 0);
  // One or two letters are a gloss of a name more often than not; Vietnamese ones are a model that slipped.
  const isMuch = characters >= 3 || strange.some(([from]) => VIETNAMESE.test(target.charAt(from)));
  return [
    {
      code: 'script',
      severity: isMuch ? 'major' : 'minor',
      probability: isMuch ? 0.85 : 0.6,
      target: strange.slice(0, 20),
      message: {
        en: `${characters} characters of another script.`,
        zh: `夹杂 ${characters} 个其他文字的字符。`,
      },
      evidence: { characters },
    },
  ];
}

function broken(source: string, target: string): Finding[] {
  const spans = Array.from(target.matchAll(BROKEN), ({ index, 0: text }): Span => [index, index + text.length]);
  if (spans.length === 0 || source.search(BROKEN) >= 0) return [];
  return [
    {
      code: 'script',
      severity: 'major',
      probability: 0.95,
      target: spans.slice(0, 20),
      message: { en: 'Broken characters (U+FFFD or private use).', zh: '含有损坏的字符（U+FFFD 或私用区）。' },
      evidence: { characters: spans.length },
    },
  ];
}

function runsOf(text: string, isIn: (unit: number) => boolean): Span[] {
  const spans: Span[] = [];
  let from = -1;
  for (let index = 0; index <= text.length; index += 1) {
    if (index < text.length && isIn(text.charCodeAt(index))) {
      if (from < 0) from = index;
    } else if (from >= 0) {
      spans.push([from, index]);
      from = -1;
    }
  }
  return spans;
}
