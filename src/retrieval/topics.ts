import { letterRuns } from '../classifier';
import type { Text } from './analysis';
import { type Packed, packPostings } from './postings';

/** What the ways of asking of all documents on a topic have in common, which no single document shows. */
export interface Topics {
  /** Tells, for a document, the natural logarithm of the probability that the query is on its topic; at least -14. */
  evidence(query: Text): (document: number) => number;
}

/** So many texts of its own a topic needs before they outweigh what is usual everywhere. */
const PRIOR = 10;
const LEAST = -14;
const AS_OFTEN_AS_SEEN = { weight: 1, lengthNorm: 0 };

/** What topics are told by: plain data, that can be kept in a file. */
export interface TopicCounts {
  readonly topicOf: readonly number[];
  readonly texts: number;
  /** By topic: how much rarer than everywhere a feature is that it never shows. */
  readonly absent: readonly number[];
  /** By kind of feature: the topics that show one, and in how many texts. */
  readonly kinds: readonly Packed[];
}

/** Counts alone, made in a fraction of a second, so that they never lag behind the documents. */
export function countTopics(
  documents: readonly { readonly topic: string; readonly asks: readonly Text[] }[],
): TopicCounts {
  const names = [...new Set(documents.map(({ topic }) => topic))];
  const numberOf = new Map(names.map((topic, number) => [topic, number]));
  const topicOf = documents.map(({ topic }) => numberOf.get(topic) ?? 0);
  const asksOf = names.map((): Text[] => []);
  for (const [at, { asks }] of documents.entries()) asksOf[topicOf[at] ?? 0]?.push(...asks);
  return {
    topicOf,
    texts: asksOf.reduce((sum, asks) => sum + asks.length, 0),
    absent: asksOf.map((asks) => Math.log(PRIOR / (asks.length + PRIOR))),
    kinds: FEATURES.map((featuresOf) =>
      packPostings(
        asksOf.map((asks) => [asks.flatMap((ask) => [...featuresOf(ask)])]),
        [AS_OFTEN_AS_SEEN],
      ),
    ),
  };
}

/**
 * Naive Bayes over words, their readings and meanings, and runs of letters, smoothed towards what is usual everywhere.
 * Each is taken as evidence of its own though neighbours say much the same, so the sum is divided by the root of its
 * length.
 */
export function readTopics({ topicOf, texts, absent, kinds }: TopicCounts): Topics {
  const signs = kinds.map((counts) => readSigns(counts, texts));
  return {
    evidence(query) {
      const sums = new Float64Array(absent.length);
      let known = 0;
      for (const [kind, { add }] of signs.entries()) {
        for (const feature of FEATURES[kind]?.(query) ?? []) known += add(feature, sums);
      }
      const length = Math.sqrt(Math.max(1, known));
      let most = Number.NEGATIVE_INFINITY;
      for (let topic = 0; topic < sums.length; topic += 1) {
        const log = ((sums[topic] ?? 0) + known * (absent[topic] ?? 0)) / length;
        sums[topic] = log;
        if (log > most) most = log;
      }
      let all = 0;
      for (let topic = 0; topic < sums.length; topic += 1) all += Math.exp((sums[topic] ?? 0) - most);
      const total = most + Math.log(all);
      return (document) => Math.max(LEAST, (sums[topicOf[document] ?? 0] ?? 0) - total);
    },
  };
}

interface Signs {
  /** Adds to the topics that show the feature how much that speaks for each; answers how many features that were, 0 or 1. */
  add(feature: string, sums: Float64Array): 0 | 1;
}

function readSigns({ ids, starts, documents: topics, frequencies }: Packed, texts: number): Signs {
  const worth = new Float64Array(frequencies.length);
  for (let id = 0; id < ids.size; id += 1) {
    const [start, end] = [starts[id] ?? 0, starts[id + 1] ?? 0];
    let seen = 0;
    for (let at = start; at < end; at += 1) seen += frequencies[at] ?? 0;
    // Most features were seen once, and one text says nothing of a topic.
    if (seen < 2) continue;
    const everywhere = seen / texts;
    for (let at = start; at < end; at += 1)
      worth[at] = Math.log(1 + (frequencies[at] ?? 0) / everywhere / PRIOR);
  }
  return {
    add(feature, sums) {
      const id = ids.get(feature);
      if (id === undefined) return 0;
      const [start, end] = [starts[id] ?? 0, starts[id + 1] ?? 0];
      if (worth[start] === 0) return 0;
      for (let at = start; at < end; at += 1) {
        const topic = topics[at] ?? 0;
        sums[topic] = (sums[topic] ?? 0) + (worth[at] ?? 0);
      }
      return 1;
    },
  };
}

/** What a text shows, each kind apart and each feature once. */
const FEATURES: readonly ((text: Text) => ReadonlySet<string>)[] = [
  ({ letters }) => new Set(letterRuns(letters)),
  ({ words }) => new Set(words.map(({ key }) => key)),
  ({ words }) => new Set(words.map(({ reading }) => reading)),
  ({ words }) => new Set(words.flatMap(({ senses }) => senses.map(({ group }) => group))),
];
