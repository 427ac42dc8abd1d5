import { Injectable } from '@nestjs/common';
import type { EntryJudgements, Verifier } from './verifier.ts';

/** Judges nothing: every text is announced without a verdict, until an engine judges it again. */
@Injectable()
export class Unverified implements Pick<Verifier, 'engine' | 'judge' | 'judgePair'> {
  readonly engine = 'none';

  async judge(): Promise<EntryJudgements> {
    return { title: null, abstract: null };
  }

  async judgePair(): Promise<null> {
    return null;
  }
}
