import { Body, Controller, Ip } from '@nestjs/common';
import { DiglotError } from '@diglot/domain';
import { actorAt } from '../commands/actor.ts';
import type { ReviewBody, ReviewResult, VerifyBody, VerifyResult } from '../contract/reviews.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { candidatesOf } from '../papers/paper-candidates.ts';
import { toArxivId, unknownPaper } from '../papers/paper-id.ts';
import { PairVerifier } from '../papers/pair-verifier.ts';
import { checkEdit, reviewedCandidates } from './judge-request.ts';
import { ReviewRepository } from './review.repository.ts';

/** Commands about translations. */
@Controller()
export class ReviewsController {
  readonly #reviews: ReviewRepository;
  readonly #verifier: PairVerifier;

  constructor(reviews: ReviewRepository, verifier: PairVerifier) {
    this.#reviews = reviews;
    this.#verifier = verifier;
  }

  @Route(ROUTES.review)
  async review(
    @Body(new Validated(ROUTES.review.body)) body: ReviewBody,
    @Ip() address: string,
  ): Promise<ReviewResult> {
    const arxivId = toArxivId(body.arxivId);
    const { members, isPairKnown } = await this.#reviews.paper(arxivId, body);
    const given = reviewedCandidates(body, candidatesOf(body.field, members));
    const [first] = given;
    // What was said can be taken back, whatever is printed now.
    if (body.decision !== 'taken-back') {
      if (members.length === 0) throw unknownPaper(arxivId);
      if (!first) throw isPairKnown ? stale(arxivId) : unknownPair(body);
      checkEdit(body, first.text);
    }
    const audit = { actor: actorAt(address), reason: body.reason ?? '' };
    const { outcome, revision } = await this.#reviews.give(arxivId, body, given.length, audit);
    if (outcome === 'unknown') throw unknownPair(body);
    if (outcome === 'replaced') {
      throw new DiglotError('DIGLOT_REVIEW_CONFLICT', `the latest review has the revision ${revision}`);
    }
    return { outcome, revision, places: given.length };
  }

  @Route(ROUTES.verify)
  async verify(@Body(new Validated(ROUTES.verify.body)) { field: genre, en, zh }: VerifyBody): Promise<VerifyResult> {
    const { verdict, score, issues } = await this.#verifier.verify({ genre, source: en, target: zh });
    return { verdict, score, issues: [...issues] };
  }
}

function stale(arxivId: string): DiglotError {
  return new DiglotError('DIGLOT_REVIEW_STALE', `nothing of ${arxivId} that is live gives these two texts any more`);
}

function unknownPair({ hashes }: ReviewBody): DiglotError {
  return new DiglotError('DIGLOT_NOT_FOUND', `no two texts have the hashes ${hashes.en} and ${hashes.zh}`);
}
