/** SQL: the columns of `translator.review_view` that make a `RequestedReview`. */
export const REVIEW_COLUMNS = `
  arxiv_id AS "arxivId", genre, encode(source_hash, 'hex') AS "sourceHash", encode(target_hash, 'hex') AS "targetHash", source,
  decision, text, reviewer, reason, reviewed_at AS "reviewedAt", revision, rejudged`;
