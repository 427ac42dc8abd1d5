import type { z } from 'zod';
import type { PageReads } from '@diglot/web';
import { ROUTES } from '../contract/routes.ts';

/** What the schemas of the routes say that they give. */
type Gives = { readonly [K in keyof PageReads]: z.infer<(typeof ROUTES)[K]['response']> };

/** Compiles only if every route gives what the page reads of it. */
const asThePageReads = (gives: Gives): PageReads => gives;

describe('what the page reads', () => {
  it('is what the routes give', () => {
    expect(asThePageReads).toBeInstanceOf(Function);
    expect(Object.keys(ROUTES)).toEqual(expect.arrayContaining(['status', 'papers', 'paper', 'flow', 'trace']));
  });
});
