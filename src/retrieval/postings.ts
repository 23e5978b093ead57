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

/** Packed lists: those of term t lie from starts[t] to starts[t + 1]. */
interface Packed {
  readonly ids: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly frequencies: Float32Array;
}

/** `documents[d][f]` are the terms of field f of document d, with repetitions. */
export const buildPostings = (
  documents: readonly (readonly (readonly string[])[])[],
  fields: readonly FieldWeight[],
): Postings => reader(pack(documents, fields));

// Apart from `pack`, whose variables would otherwise live as long as these functions.
function reader({ ids, starts, documents, frequencies }: Packed): Postings {
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

interface List {
  readonly documents: number[];
  readonly frequencies: number[];
}

function pack(
  documents: readonly (readonly (readonly string[])[])[],
  fields: readonly FieldWeight[],
): Packed {
  const averages = fields.map(
    (_, field) =>
      documents.reduce((sum, texts) => sum + (texts[field]?.length ?? 0), 0) / documents.length || 1,
  );
  const ids = new Map<string, number>();
  const lists: List[] = [];
  for (const [document, texts] of documents.entries()) {
    for (const [field, { weight, lengthNorm }] of fields.entries()) {
      const terms = texts[field] ?? [];
      const each = weight / (1 - lengthNorm + (lengthNorm * terms.length) / (averages[field] ?? 1));
      for (const term of terms) {
        const id = ids.get(term) ?? lists.push({ documents: [], frequencies: [] }) - 1;
        ids.set(term, id);
        add(lists[id], document, each);
      }
    }
  }
  const starts = new Uint32Array(lists.length + 1);
  for (const [id, list] of lists.entries()) starts[id + 1] = (starts[id] ?? 0) + list.documents.length;
  const packed = {
    ids,
    starts,
    documents: new Uint32Array(starts[lists.length] ?? 0),
    frequencies: new Float32Array(starts[lists.length] ?? 0),
  };
  for (const [id, list] of lists.entries()) {
    packed.documents.set(list.documents, starts[id]);
    packed.frequencies.set(list.frequencies, starts[id]);
  }
  return packed;
}

function add(list: List | undefined, document: number, frequency: number): void {
  if (!list) return;
  const last = list.documents.length - 1;
  if (list.documents[last] === document) list.frequencies[last] = (list.frequencies[last] ?? 0) + frequency;
  else {
    list.documents.push(document);
    list.frequencies.push(frequency);
  }
}

/** Rarity of a term that `count` of `total` documents hold; never negative. */
export const inverseDocumentFrequency = (total: number, count: number): number =>
  Math.log(1 + (total - count + 0.5) / (count + 0.5));
