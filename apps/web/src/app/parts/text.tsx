import { Fragment } from 'react';
import { breakable } from './breakable.ts';
import { cutAtControls } from './direction-controls.ts';
import { DirectionSign } from './direction-sign.tsx';

/** Text of others, whatever it is. */
export function Text({ children }: { readonly children: string }) {
  return breakable(children).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {cutAtControls(piece).map(({ text, control }, at) =>
        control === null ? (
          text
        ) : (
          <DirectionSign key={at} name={control}>
            {text}
          </DirectionSign>
        ),
      )}
    </Fragment>
  ));
}
