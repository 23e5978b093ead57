/** A question with its answer, and other ways to ask it. */
export interface RetrievalDocument {
  readonly id: string;
  readonly question: string;
  readonly alternates: readonly string[];
  readonly answer: string;
  /** How much surer than of others one must be before it answers, in log-odds; 0 where it is left out. */
  readonly caution?: number;
  /** What several documents are about together; a topic of its own where it is left out. */
  readonly topic?: string;
}

/** How much of the query a hit accounts for, each 0–1. */
export interface Matched {
  /** Share of the query's words, by rarity; a match by reading or synonym counts in part. */
  readonly coverage: number;
  /** Likeness to the best single way of asking. */
  readonly closeness: number;
  /** Share of the query's character pairs, by rarity. */
  readonly grams: number;
}

export interface Hit {
  readonly id: string;
  /** Comparable within one search only. */
  readonly score: number;
  readonly matched: Matched;
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** 0–1: how likely the first hit answers the question. `THRESHOLDS` says where to draw the line. */
  readonly confidence: number;
  /** Lead of the first hit over the second, as a share of its score. */
  readonly margin: number;
}

/** Immutable; about 1 ms a search. */
export interface RetrievalIndex {
  readonly size: number;
  /**
   * `semantic` are similarities by document id from elsewhere (any scale, higher is nearer), for the documents that
   * it knows; they count as much as the words do. Without them the words decide.
   */
  search(query: string, limit: number, semantic?: ReadonlyMap<string, number>): SearchResult;
}
