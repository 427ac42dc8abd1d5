import { Fragment } from 'react';
import { breakable } from './breakable.ts';

/** Text of others, whatever it is. */
export function Text({ children }: { readonly children: string }) {
  return breakable(children).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
