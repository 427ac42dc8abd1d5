import { useEffect, useRef, useState } from 'react';
import { DRAWING, isPlainDrawing } from './drawing.ts';
import type { MathRange } from './math.ts';
import { Text } from './text.tsx';

/** KaTeX and its faces weigh more than the rest of the page, and many papers hold no formula. */
let loading: Promise<typeof import('katex').default> | undefined;
function loadKatex(): Promise<typeof import('katex').default> {
  loading ??= Promise.all([import('katex'), import('katex/dist/katex.min.css')]).then(([module]) => module.default);
  return loading;
}

/** A formula. Its source is shown until it can be drawn, and for good where it is none or would be more than one. */
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
          katex.render(tex, element.current, { ...DRAWING, displayMode: isDisplay });
          // It is hidden until here, so what is refused has never been seen.
          const isPlain = isPlainDrawing(element.current.innerHTML);
          if (!isPlain) element.current.replaceChildren();
          setDrawn(isPlain);
        } catch {
          // Broken LaTeX stays the text that it is.
          element.current.replaceChildren();
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
