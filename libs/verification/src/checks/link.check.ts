import type { Span } from '@diglot/domain';
import type { Check, Finding } from './check.ts';

const URL = /https?:\/\/[^\s<>（）()，。、\]}"'”’]+/giu;
/** arXiv prints these words in the place of an address. */
const SOURCE_LINK = /\bthis (?:https?|ftp) url\b|https?:\/\//iu;
/** Any way to speak of one in Chinese. */
const TARGET_LINK = /url|https?|链接|网址|网站|网页|此处|这里|地址|公开|获取|获得|访问|主页|github/iu;
/** What models write where they would have to know the address. */
const PLACEHOLDER =
  /[[(（【<][^\])）】>\n]{0,20}(?:此处|这里|填写|替换[为成]|插入|实际链接|实际网址|实际的|your)[^\])）】>\n]{0,24}[\])）】>]|example\.com|your-?(?:repo|link|url)/giu;

/** Source: pofilter `urls`, corpus flags "URL that the source lacks" and "placeholder link text". */
export const linkCheck: Check = {
  name: 'link',
  version: '2',
  run({ foldedSource, foldedTarget, targetMeasure }): readonly Finding[] {
    const invented = spansOf(foldedTarget, URL).filter(
      ([from, to]) => !foldedSource.includes(foldedTarget.slice(from, to).replace(/[./]+$/u, '')),
    );
    const placeholders = spansOf(foldedTarget, PLACEHOLDER).filter(
      ([from, to]) => !foldedSource.includes(foldedTarget.slice(from, to)),
    );
    const isLost = SOURCE_LINK.test(foldedSource) && targetMeasure.han > 0 && !TARGET_LINK.test(foldedTarget);
    return [
      ...(invented.length > 0 ? [inventedLink(foldedTarget, invented)] : []),
      ...(placeholders.length > 0 ? [placeholder(foldedTarget, placeholders)] : []),
      ...(isLost ? [lostLink()] : []),
    ];
  },
};

const spansOf = (text: string, pattern: RegExp): Span[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: found }): Span => [index, index + found.length]).slice(0, 20);

function inventedLink(target: string, spans: readonly Span[]): Finding {
  const text = target.slice(...(spans[0] ?? [0, 0])).slice(0, 60);
  return {
    code: 'link',
    severity: 'major',
    probability: 0.9,
    target: spans,
    message: { en: `The source does not have the address ${text}.`, zh: `原文没有网址 ${text}。` },
    evidence: { kind: 'invented', address: text },
  };
}

function placeholder(target: string, spans: readonly Span[]): Finding {
  const text = target.slice(...(spans[0] ?? [0, 0]));
  return {
    code: 'link',
    severity: 'major',
    probability: 0.85,
    target: spans,
    message: { en: `A placeholder was left: “${text}”.`, zh: `留有占位符：“${text}”。` },
    evidence: { kind: 'placeholder' },
  };
}

function lostLink(): Finding {
  return {
    code: 'link',
    severity: 'minor',
    probability: 0.6,
    message: { en: 'The source points to a page, the translation does not.', zh: '原文有链接，译文没有提到。' },
    evidence: { kind: 'missing' },
  };
}
