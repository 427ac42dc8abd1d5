import { useEffect, useRef, useState } from 'react';
import type { MathRange } from './math.ts';
import { Text } from './text.tsx';

/** KaTeX and its faces weigh more than the rest of the page, and many papers hold no formula. */
let loading: Promise<typeof import('katex').default> | undefined;
function loadKatex(): Promise<typeof import('katex').default> {
  loading ??= Promise.all([import('katex'), import('katex/dist/katex.min.css')]).then(([module]) => module.default);
  return loading;
}

/** A formula. Its source is shown until it can be drawn, and for good where it is none. */
export function Formula({
  tex,
  isDisplay,
  source,
}: Pick<MathRange, 'tex' | 'isDisplay'> & { readonly source: string }) {
  const element = useRef<HTMLSpanElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    let isGone = false;
    void loadKatex().then(
      (katex) => {
        if (isGone || !element.current) return;
        try {
          katex.render(tex, element.current, {
            displayMode: isDisplay,
            throwOnError: true,
            strict: 'ignore',
            trust: false,
            maxSize: 10,
            maxExpand: 200,
          });
          setDrawn(true);
        } catch {
          // Broken LaTeX stays the text that it is.
          setDrawn(false);
        }
      },
      () => setDrawn(false),
    );
    return () => {
      isGone = true;
    };
  }, [tex, isDisplay]);
  return (
    <>
      <span ref={element} hidden={!isDrawn} />
      {!isDrawn && (
        <span>
          <Text>{source}</Text>
        </span>
      )}
    </>
  );
}
