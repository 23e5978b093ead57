/**
 * BM25F: a term's occurrences in all fields of a document add up before they saturate.
 * Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004.
 */
export interface FieldWeight {
  /** How much one occurrence counts. */
  readonly weight: number;
  /** 0–1: how far longer-than-average fields are discounted. */
  readonly lengthNorm: number;
}

export interface Postings {
  /** Number of documents that hold the term. */
  count(term: string): number;
  /** Visits each document that holds the term, with the term's weighted, length-normalised frequency. */
  visit(term: string, see: (document: number, frequency: number) => void): void;
}

/** Packed lists: those of term t lie from starts[t] to starts[t + 1]. Plain data, that can be kept in a file. */
export interface Packed {
  readonly ids: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly frequencies: Float32Array;
}

export function readPostings({ ids, starts, documents, frequencies }: Packed): Postings {
  return {
    count: (term) => {
      const id = ids.get(term);
      return id === undefined ? 0 : (starts[id + 1] ?? 0) - (starts[id] ?? 0);
    },
    visit: (term, see) => {
      const id = ids.get(term);
      if (id === undefined) return;
      const end = starts[id + 1] ?? 0;
      for (let at = starts[id] ?? 0; at < end; at += 1) see(documents[at] ?? 0, frequencies[at] ?? 0);
    },
  };
}

/** `documents[d][f]` are the terms of field f of document d, with repetitions. */
export function packPostings(
  documents: readonly (readonly (readonly string[])[])[],
  fields: readonly FieldWeight[],
): Packed {
  const ids = new Map<string, number>();
  const numbered = documents.map((texts) => texts.map((terms) => numbersOf(terms, ids)));
  const starts = startsOf(numbered, ids.size);
  const averages = fields.map(
    (_, field) =>
      numbered.reduce((sum, texts) => sum + (texts[field]?.length ?? 0), 0) / documents.length || 1,
  );
  const ends = starts.slice(0, -1);
  const found = new Uint32Array(starts.at(-1) ?? 0);
  const frequencies = new Float64Array(found.length);
  for (const [document, texts] of numbered.entries()) {
    for (const [field, { weight, lengthNorm }] of fields.entries()) {
      const terms = texts[field] ?? NO_TERMS;
      const each = weight / (1 - lengthNorm + (lengthNorm * terms.length) / (averages[field] ?? 1));
      for (const id of terms) {
        const end = ends[id] ?? 0;
        const at = end > (starts[id] ?? 0) && found[end - 1] === document ? end - 1 : end;
        found[at] = document;
        frequencies[at] = (frequencies[at] ?? 0) + each;
        ends[id] = at + 1;
      }
    }
  }
  return { ids, starts, documents: found, frequencies: Float32Array.from(frequencies) };
}

const NO_TERMS = new Uint32Array();

/** The number of each term, which it gets when it is first seen. */
function numbersOf(terms: readonly string[], ids: Map<string, number>): Uint32Array {
  const numbers = new Uint32Array(terms.length);
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] ?? '';
    let id = ids.get(term);
    if (id === undefined) {
      id = ids.size;
      ids.set(term, id);
    }
    numbers[at] = id;
  }
  return numbers;
}

/** Where the list of each term begins, when each has one place for every document that holds it. */
function startsOf(numbered: readonly (readonly Uint32Array[])[], terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  const seenIn = new Int32Array(terms).fill(-1);
  for (const [document, texts] of numbered.entries()) {
    for (const numbers of texts) {
      for (const id of numbers) {
        if (seenIn[id] === document) continue;
        seenIn[id] = document;
        starts[id + 1] = (starts[id + 1] ?? 0) + 1;
      }
    }
  }
  for (let id = 0; id < terms; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  return starts;
}

/** Rarity of a term that `count` of `total` documents hold; never negative. */
export const inverseDocumentFrequency = (total: number, count: number): number =>
  Math.log(1 + (total - count + 0.5) / (count + 0.5));
